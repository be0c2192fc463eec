/** What an application does wrong that embeds the page. Its developers read it in the console, too. */
export const host = {
  noTokenTitle: 'The page can’t sign you in',
  noTokenText:
    'The application around this page has not said how to get an access token. Its developers have to set getToken of <inspire-licensing>.',
  wrongTab: (name: string) => `<inspire-licensing>: there is no tab “${name}”, so “status” is shown.`,
};

/** What an application does wrong that embeds the page. Its developers read it in the console, too. */
export const host = {
  noTokenTitle: 'The page can’t sign you in',
  noTokenText:
    'The application that embeds this page gives it no access token. The developers of the application must set getToken of <inspire-licensing>.',
  wrongTab: (name: string) => `<inspire-licensing>: there is no tab “${name}”, so “status” is shown.`,
};

export const shell = {
  product: 'Inspire',
  breadcrumb: 'Platform',
  whereYouAre: 'Where you are',
  signOut: 'Sign out',
  signOutWhileBusy: 'An operation is still running. If you sign out now, you will not see its result. Sign out anyway?',
  signedInAs: (name: string) => `Signed in as ${name}`,
  signInTitle: 'Sign in to manage the license',
  signInText: (administrators: string | null | undefined) =>
    `Licensing needs the Admin role.${administrators ? ` If you do not have it, ask ${administrators}.` : ''}`,
  signIn: 'Sign in',
  signInAsAdmin: 'Sign in as admin',
  sandboxText:
    'This is a development sandbox: one click makes you an admin, and demo keys such as DEMO-ENTERPRISE can be activated.',
  signInFailed: 'Signing in failed',
  signOutFailed: 'Signing out at the identity provider failed',
  providerAway: (authority: string) =>
    `The identity provider does not answer. Check that this browser can reach ${authority}, then try again.`,
  notConfiguredTitle: 'Sign-in is not set up yet',
  notConfiguredText:
    'Set licensing.page.oidc.authority to the address of your identity provider, or open this page inside Inspire.',
};

export const tryAgainIn = (seconds: number | null | undefined) =>
  seconds ? `Try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.` : 'Try again later.';

export const trouble = {
  signedOutTitle: 'You are signed out',
  signedOutText: 'Sign in to see the license of this installation.',
  endedTitle: 'Your session has ended',
  endedText: 'Sign in again to continue. Your input is still here.',
  signIn: 'Sign in',
  roleTitle: 'Licensing requires the Admin role',
  roleText: (administrators: string | null | undefined) =>
    `You are signed in, but without the Admin role. Ask ${administrators ?? 'your Inspire administrator'} to grant it to you, then sign in again.`,
  signInAgain: 'Sign in again',
  awayTitle: 'The licensing service does not answer',
  pageTitle: 'This page has met an error',
  tokenTitle: 'Your sign-in can’t be renewed now',
  awayText: 'This problem does not affect licensed features. The page tries again by itself.',
  awayKept: 'You see the last known state, and your input is still here. The page tries again by itself.',
  occupied: 'Another operation of this page is still running. Try again when it is over.',
  retry: tryAgainIn,
};

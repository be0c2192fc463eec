import type { Messages } from '../en.js';

export const shell: Messages['shell'] = {
  product: 'Inspire',
  breadcrumb: 'Plattform',
  whereYouAre: 'Wo Sie sind',
  signOut: 'Abmelden',
  signOutWhileBusy:
    'Ein Vorgang läuft noch. Wenn Sie sich jetzt abmelden, sehen Sie sein Ergebnis nicht. Trotzdem abmelden?',
  signedInAs: (name) => `Angemeldet als ${name}`,
  signInTitle: 'Melden Sie sich an, um die Lizenz zu verwalten',
  signInText: (administrators) =>
    `Für die Lizenzierung brauchen Sie die Rolle Admin.${administrators ? ` Wenn Sie sie nicht haben, wenden Sie sich an ${administrators}.` : ''}`,
  signIn: 'Anmelden',
  signInAsAdmin: 'Als Admin anmelden',
  sandboxText:
    'Dies ist eine Sandbox für die Entwicklung: Ein Klick macht Sie zum Admin, und Testschlüssel wie DEMO-ENTERPRISE lassen sich aktivieren.',
  signInFailed: 'Die Anmeldung ist fehlgeschlagen',
  signOutFailed: 'Die Abmeldung beim Identitätsanbieter ist fehlgeschlagen',
  providerAway: (authority) =>
    `Der Identitätsanbieter antwortet nicht. Prüfen Sie, ob dieser Browser ${authority} erreicht, und versuchen Sie es dann erneut.`,
  notConfiguredTitle: 'Die Anmeldung ist noch nicht eingerichtet',
  notConfiguredText:
    'Setzen Sie licensing.page.oidc.authority auf die Adresse Ihres Identitätsanbieters, oder öffnen Sie diese Seite in Inspire.',
};

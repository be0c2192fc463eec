import type { Messages } from '../en.js';

const loadAgain = () =>
  'Das Programm, das gefragt hat, muss geändert werden. Ist es diese Seite, dann laden Sie sie neu.';

/** Why no connection to the licensing server came about. */
const connections: Record<string, string> = {
  certificate: 'seinem Zertifikat wird hier nicht vertraut',
  proxy: 'der Proxy lässt die Verbindung nicht zu',
  'name-unknown': 'dieser Name ist hier nicht bekannt',
  'not-accepted': 'die Verbindung wird nicht angenommen',
  timeout: 'es kam rechtzeitig keine Antwort',
  'no-route': 'es gibt keinen Weg dorthin',
  refused: 'die Verbindung wird nicht angenommen',
  tls: 'eine sichere Verbindung kam nicht zustande',
  'broken-off': 'die Verbindung brach ab',
};

export const refusals: Messages['refusals'] = {
  'license-key-unknown': {
    says: () => 'Der Lizenzserver kennt diesen Lizenzschlüssel nicht.',
    fix: ({ support }) =>
      `Kopieren Sie den ganzen Schlüssel aus der Nachricht, mit der Sie ihn bekommen haben, und fügen Sie ihn erneut ein. Ist er immer noch unbekannt, wenden Sie sich an ${support}: Vielleicht wurde die Lizenz durch eine andere ersetzt.`,
  },
  'license-expired': {
    says: ({ expiresAt }) => (expiresAt ? `Die Lizenz ist am ${expiresAt} abgelaufen.` : 'Die Lizenz ist abgelaufen.'),
    fix: ({ sales }) =>
      `Wenden Sie sich für die Verlängerung an ${sales}. Prüfen Sie die Lizenz danach erneut; ist diese Installation ohne Lizenz, aktivieren Sie sie.`,
  },
  'license-suspended': {
    says: () => 'Der Hersteller hat die Lizenz ausgesetzt.',
    fix: ({ sales }) =>
      `Wenden Sie sich an ${sales}. Gilt die Lizenz wieder, prüfen Sie sie erneut; ist diese Installation ohne Lizenz, aktivieren Sie sie.`,
  },
  'license-banned': {
    says: () => 'Der Hersteller hat den Inhaber der Lizenz gesperrt.',
    fix: ({ sales }) => `Wenden Sie sich an ${sales}. Nur der Hersteller kann die Sperre aufheben.`,
  },
  'license-other-product': {
    says: () => 'Der Lizenzschlüssel ist echt, aber seine Lizenz ist für ein anderes Produkt.',
    fix: ({ support }) =>
      `Fügen Sie den Schlüssel Ihrer Inspire-Lizenz ein. Wenn Sie keinen anderen haben, wenden Sie sich an ${support}.`,
  },
  'license-not-allowed': {
    says: ({ serverCode }) =>
      serverCode
        ? `Der Lizenzserver lässt diese Lizenz hier nicht zu (${serverCode}).`
        : 'Der Hersteller verlangt für diese Lizenz etwas, das eine Installation von Inspire nicht tut, oder erlaubt keine Aktivierung mit dem Lizenzschlüssel.',
    fix: ({ support }) =>
      `Senden Sie die technischen Einzelheiten an ${support}: Der Hersteller muss die Regeln der Lizenz ändern.`,
  },
  'machine-limit-reached': {
    says: ({ count }) =>
      count
        ? `Die Lizenz ist schon auf ${count === 1 ? 'einer Installation' : `${count} Installationen`} aktiv, und mehr lässt sie nicht zu.`
        : 'Die Lizenz ist schon auf so vielen Installationen aktiv, wie sie zulässt, oder eine andere ihrer Obergrenzen ist erreicht.',
    fix: ({ support, sales }) =>
      `Deaktivieren Sie die Lizenz auf einer Installation, die sie nicht mehr braucht. Gibt es diese Installation nicht mehr, bitten Sie ${support}, ihren Platz freizugeben. Für eine höhere Obergrenze wenden Sie sich an ${sales}.`,
  },
  'fingerprint-taken': {
    says: () =>
      'Beim Lizenzserver kann diese Installation einen Platz haben, und den Platz belegt noch eine andere Lizenz.',
    fix: ({ support }) =>
      `Die technischen Einzelheiten sagen, welche. Plätze früherer Lizenzen, die noch nicht freigegeben sind, stehen mit dem Grund im Stand der Lizenz. Bleibt es dabei, wenden Sie sich an ${support}.`,
  },
  'offline-not-entitled': {
    says: () => 'Die Offline-Aktivierung verlangt die Freischaltung OFFLINE_LICENSING, die diese Lizenz nicht hat.',
    fix: ({ support, sales }) =>
      `Aktivieren Sie die Lizenz online, oder bitten Sie ${sales} um die Freischaltung. Bitten Sie danach ${support} um eine neue Lizenzdatei.`,
  },
  'offline-not-listed': {
    says: ({ fingerprint }) =>
      `Der Hersteller nimmt Lizenzdateien nur für Installationen an, die in der Lizenz aufgeführt sind. Der Fingerabdruck dieser Installation${fingerprint ? `, ${fingerprint},` : ''} ist es nicht.`,
    fix: ({ support }) =>
      `Senden Sie den Fingerabdruck dieser Installation, der im Stand der Lizenz steht, an ${support}. Bitten Sie darum, ihn in der Lizenz aufzuführen, und um eine neue Lizenzdatei, die danach gemacht wird.`,
  },
  'license-file-malformed': {
    says: () => 'Der Text ist nicht der ganze Inhalt einer Lizenzdatei (.lic).',
    fix: () =>
      'Öffnen Sie die Lizenzdatei in einem Texteditor und kopieren Sie alles, von der Zeile, die mit -----BEGIN anfängt, bis zu der, die mit -----END anfängt, beide eingeschlossen.',
  },
  'license-file-incomplete': {
    says: () =>
      'Die Lizenzdatei ist echt, aber der Hersteller hat sie ohne die Lizenz oder ohne deren Freischaltungen gemacht.',
    fix: ({ support }) =>
      `Senden Sie ${support} die Anforderung einer Lizenzdatei, die bei der Offline-Aktivierung steht. Sie sagt, was die Datei enthalten muss. Aktivieren Sie mit der neuen Datei.`,
  },
  'license-file-not-genuine': {
    says: () =>
      'Die Signatur der Lizenzdatei ist nicht die des Herstellers: Die Datei wurde nach dem Signieren geändert, oder jemand anderes hat sie signiert.',
    fix: ({ support }) =>
      `Fügen Sie die Datei genau so ein, wie Sie sie bekommen haben. Wird sie wieder abgelehnt, bitten Sie ${support} um eine neue.`,
  },
  'license-file-not-opened': {
    says: () =>
      'Die Lizenzdatei lässt sich mit diesem Lizenzschlüssel auf dieser Installation nicht öffnen: Der Schlüssel gehört zu einer anderen Lizenz, oder die Datei wurde für eine andere Installation ausgestellt.',
    fix: ({ support }) =>
      `Prüfen Sie, ob Schlüssel und Datei zur selben Lizenz gehören. Ist es so, senden Sie den Fingerabdruck dieser Installation, der im Stand der Lizenz steht, an ${support}, und bitten Sie um eine Lizenzdatei dafür.`,
  },
  'license-file-expired': {
    says: ({ endsAt, expiresAt }) =>
      endsAt && expiresAt
        ? `Die Lizenzdatei galt bis ${endsAt}, und die Lizenz selbst bis ${expiresAt}.`
        : endsAt
          ? `Die Lizenzdatei galt bis ${endsAt}.`
          : 'Die Lizenzdatei galt bis zu einem Tag, der vorbei ist.',
    fix: ({ support, sales }) =>
      `Bitten Sie ${support} um eine neue Lizenzdatei, und aktivieren Sie damit. Ist die Lizenz selbst abgelaufen, wenden Sie sich vorher für die Verlängerung an ${sales}.`,
  },
  'license-file-older': {
    says: ({ issuedAt, newestIssuedAt }) =>
      issuedAt && newestIssuedAt
        ? `Diese Lizenzdatei wurde am ${issuedAt} ausgestellt und gewährt mehr als das neueste Zertifikat, das diese Installation von der Lizenz hatte, vom ${newestIssuedAt}.`
        : 'Diese Lizenzdatei wurde vor dem neuesten Zertifikat ausgestellt, das diese Installation von der Lizenz hatte, und gewährt mehr als jenes.',
    fix: ({ support }) =>
      `Nehmen Sie die neueste Lizenzdatei, oder bitten Sie ${support} um eine neue. Eine ältere wird angenommen, wenn sie nicht mehr gewährt: keine andere Freischaltung, keine höhere Obergrenze, keinen späteren Ablauf.`,
  },
  'license-file-other-machine': {
    says: ({ fingerprint }) =>
      `Die Lizenzdatei wurde für eine andere Installation ausgestellt.${fingerprint ? ` Diese hat den Fingerabdruck ${fingerprint}.` : ''}`,
    fix: ({ support }) =>
      `Senden Sie den Fingerabdruck dieser Installation, der im Stand der Lizenz steht, an ${support}, und bitten Sie um eine Lizenzdatei dafür.`,
  },
  'license-file-other-product': {
    says: () => 'Die Lizenzdatei ist echt, aber für ein anderes Produkt oder ein anderes Konto des Herstellers.',
    fix: ({ support }) =>
      `Fügen Sie die Lizenzdatei Ihrer Inspire-Lizenz ein. Wenn Sie keine andere haben, wenden Sie sich an ${support}.`,
  },
  'clock-set-back': {
    says: ({ issuedAt, time, cause }) =>
      issuedAt && time
        ? `Die Uhr dieses Servers zeigt ${time}, aber die Lizenzdatei wurde am ${issuedAt} ausgestellt.`
        : cause === 'known-time-edited'
          ? 'Die späteste bekannte Zeit wurde in der Datenbank von etwas anderem als diesem Dienst geändert. Ob die Lizenzdatei noch gilt, ist deshalb nicht sicher: Aktivieren Sie einmal online.'
          : 'Die Uhr dieses Servers zeigt eine frühere Zeit als eine, die schon bewiesen ist.',
    fix: () =>
      'Stellen Sie die Uhr richtig, und synchronisieren Sie sie (NTP). Geht sie jetzt richtig und ging vorher vor, aktivieren Sie online oder mit einer Lizenzdatei von heute.',
  },
  'clock-wrong': {
    says: ({ hostTime, serverTime, answerTime }) =>
      hostTime && (serverTime || answerTime)
        ? `Die Uhr dieses Servers zeigt ${hostTime}, ${serverTime ? `die des Lizenzservers ${serverTime}` : `die Antwort des Lizenzservers ist von ${answerTime}`}.`
        : 'Die Uhr dieses Servers und die des Lizenzservers gehen zu weit auseinander.',
    fix: () =>
      'Stellen Sie die Uhr dieses Servers richtig, synchronisieren Sie sie (NTP), und versuchen Sie es erneut. Die technischen Einzelheiten nennen beide Zeiten.',
  },
  'not-licensed': {
    says: () => 'Dies verlangt eine aktivierte Lizenz, und die Installation hat keine.',
    fix: () =>
      'Aktivieren Sie eine Lizenz. Nach dem Umzug auf einen neuen Server aktivieren Sie sie dort; deaktivieren Sie sie wenn möglich vorher auf dem alten.',
  },
  'offline-license': {
    says: () => 'Eine Offline-Lizenz ist durch ihr signiertes Zertifikat belegt; sie wird nicht erneut geprüft.',
    fix: ({ support }) =>
      `Um eine Verlängerung oder Änderung zu übernehmen, bitten Sie ${support} um eine neue Lizenzdatei, und aktivieren Sie damit. Um beim Lizenzserver zu prüfen, aktivieren Sie die Lizenz online.`,
  },
  'operation-in-progress': {
    says: () =>
      'Auf dieser Installation wird gerade eine Lizenz aktiviert oder deaktiviert, oder ihr früherer Platz wird noch freigegeben.',
    fix: () =>
      'Warten Sie einige Sekunden, bei einem Platz eine Minute. Sehen Sie sich dann den Stand der Lizenz an, und versuchen Sie es erneut, wenn es noch nötig ist.',
  },
  'preview-outdated': {
    says: () =>
      'Die Aktivierung würde etwas anderes tun, als die Vorschau gezeigt hat: Die Lizenz hat sich seitdem geändert. Geändert wurde hier nichts.',
    fix: () => 'Sehen Sie sich die jetzige Vorschau an, und aktivieren Sie, wenn Sie einverstanden sind.',
  },
  'release-not-blocked': {
    says: () =>
      'Der Lizenzserver hat nicht abgelehnt, diesen Platz zurückzunehmen: Die Freigabe wird erneut versucht, bis sie gelingt.',
    fix: () =>
      'Warten Sie. Der Stand der Lizenz zeigt, wann der Platz freigegeben ist und warum noch nicht. Nur ein Platz, der als blockiert angezeigt wird, lässt sich aufgeben.',
  },
  'licensing-server-unreachable': {
    says: ({ host, cause }) =>
      host
        ? `${host} ist nicht zu erreichen${connections[String(cause)] ? `: ${connections[String(cause)]}` : ''}.`
        : 'Der Lizenzserver hat nicht geantwortet, oder Anfragen an ihn sind abgeschaltet.',
    fix: () =>
      'Prüfen Sie, ob dieser Server den Lizenzserver erreicht, wenn es einen Proxy gibt, durch diesen. Ein Server ohne Internetzugang aktiviert offline, mit einer signierten Lizenzdatei.',
  },
  'licensing-server-busy': {
    says: () => 'Der Lizenzserver oder ein Proxy davor bekommt zu viele Anfragen und hat um eine Pause gebeten.',
    fix: ({ support }) =>
      `Versuchen Sie es in einer Minute erneut. Die benutzte Lizenz ist nicht betroffen, und der Dienst fragt nach der Pause von selbst. Bleibt es so, fragen Sie ${support}, und ob andere Programme an dieser Adresse viele Anfragen senden.`,
  },
  'licensing-server-error': {
    says: () => 'Der Lizenzserver hat mit einem Fehler geantwortet, oder mit etwas, das nicht zu verstehen ist.',
    fix: ({ support }) =>
      `Versuchen Sie es in einigen Minuten erneut. Die benutzte Lizenz ist nicht betroffen. Bleibt es so, senden Sie die technischen Einzelheiten an ${support}.`,
  },
  'licensing-server-untrusted': {
    says: ({ host, cause }) =>
      host && cause === 'web-page'
        ? `Statt des Lizenzservers antwortet unter ${host} eine Webseite.`
        : 'Es kam eine Antwort, die der Lizenzserver nicht signiert hat.',
    fix: () =>
      'Prüfen Sie die Adresse in licensing.server.url, und ob ein Proxy oder eine Firewall zwischen diesem Server und dem Lizenzserver Antworten ändert oder eine eigene Seite sendet. Die technischen Einzelheiten nennen, was nicht stimmte.',
  },
  'identity-provider-unreachable': {
    says: () =>
      'Ihre Anmeldung lässt sich nicht prüfen, weil der Schlüssel dazu gerade nicht vom Identitätsanbieter zu bekommen ist. Sie kann gültig sein.',
    fix: () =>
      'Versuchen Sie es in einigen Sekunden erneut. Bleibt es so, sehen Sie in das Protokoll dieses Dienstes, und prüfen Sie mp.jwt.verify.publickey.location und das Netz zwischen diesem Dienst und dem Identitätsanbieter.',
  },
  'store-unavailable': {
    says: () => 'Die Datenbank antwortet nicht, deshalb wurde nichts geändert.',
    fix: () =>
      'Prüfen Sie PostgreSQL und die Verbindung dieses Dienstes dorthin, und versuchen Sie es dann erneut. Was lizenziert ist, wird solange weiter beantwortet.',
  },
  starting: {
    says: () => 'Dieser Dienst ist gestartet und hat den Zustand der Lizenz noch nicht gelesen.',
    fix: () =>
      'Versuchen Sie es in einigen Sekunden erneut. Bleibt es so, sehen Sie in das Protokoll des Dienstes: Es sagt, ob PostgreSQL nicht zu erreichen ist oder was dort zu ändern ist.',
  },
  stopping: {
    says: () => 'Dieser Dienst wird beendet oder neu gestartet. Er beginnt nichts Neues mehr.',
    fix: () =>
      'Versuchen Sie es in einigen Sekunden erneut: Ein anderer antwortet, oder dieser, sobald er wieder da ist. Geändert wurde nichts.',
  },
  'invalid-request': {
    says: () => 'Etwas in der Anfrage fehlt, ist unbekannt oder wird nicht angenommen.',
    fix: () => 'Berichtigen Sie, was die technischen Einzelheiten nennen, und versuchen Sie es erneut.',
  },
  unauthorized: {
    says: () =>
      'Mit der Anfrage kam kein Zugriffstoken, oder eines, das abgelaufen oder nicht für diesen Dienst bestimmt ist.',
    fix: () =>
      'Melden Sie sich erneut an. Wird auch ein frisches Token abgelehnt, vergleichen Sie dessen Aussteller und Zielgruppe mit mp.jwt.verify.issuer und mp.jwt.verify.audiences.',
  },
  forbidden: {
    says: () => 'Sie sind angemeldet, aber ohne die Rolle Admin, die hierfür nötig ist.',
    fix: () =>
      'Bitten Sie um die Rolle Admin, und melden Sie sich erneut an. Hat Ihr Identitätsanbieter sie schon erteilt, prüfen Sie licensing.security.role-claim und licensing.security.admin-roles.',
  },
  'not-found': {
    says: () => 'Unter dieser Adresse gibt es nichts.',
    fix: () => 'Prüfen Sie die Adresse, unter der diese Seite den Lizenzdienst sucht.',
  },
  'method-not-allowed': {
    says: () => 'Es gibt die Adresse, aber was verlangt wurde, ist dort nicht möglich.',
    fix: loadAgain,
  },
  'not-acceptable': {
    says: () => 'Das Programm, das gefragt hat, nimmt keines der Formate an, in denen geantwortet wird.',
    fix: loadAgain,
  },
  'request-timeout': {
    says: () => 'Die Anfrage kam nicht rechtzeitig an, deshalb wurde nichts getan.',
    fix: () =>
      'Versuchen Sie es erneut. Geschieht es wieder, prüfen Sie das Netz und die Proxys zwischen Ihnen und diesem Dienst.',
  },
  'unsupported-media-type': {
    says: () => 'Die Anfrage hat ein anderes Format, als hier gelesen wird.',
    fix: loadAgain,
  },
  'too-large': {
    says: () => 'Die Anfrage ist größer als 3 MB.',
    fix: () =>
      'Ein Lizenzschlüssel hat höchstens 4.096 Zeichen und eine Lizenzdatei zwei Millionen, meist einige Tausend: Prüfen Sie, ob sonst nichts mit eingefügt wurde.',
  },
  'headers-too-large': {
    says: () => 'Die Kopfzeilen der Anfrage sind größer, als dieser Dienst annimmt. Meist liegt es am Zugriffstoken.',
    fix: () =>
      'Lassen Sie den Identitätsanbieter weniger Gruppen in das Token schreiben. Oder erhöhen Sie quarkus.http.limits.max-header-size und dieselbe Grenze jedes Proxys auf dem Weg.',
  },
  'too-many-requests': {
    says: () =>
      'Innerhalb einer Minute wurden zu viele Aktivierungen oder Vorschauen versucht, oder zu viele hören schon auf Änderungen.',
    fix: () => 'Warten Sie eine Minute, und versuchen Sie es dann noch einmal.',
  },
  'internal-error': {
    says: () => 'In diesem Dienst ist ein Fehler aufgetreten, den er nicht kennt.',
    fix: ({ support }) =>
      `Versuchen Sie es erneut. Geschieht es wieder, senden Sie ${support} den Namen des Fehlers (urn:uuid:…) aus den technischen Einzelheiten und die Zeilen aus dem Protokoll des Dienstes, die ihn enthalten.`,
  },
};

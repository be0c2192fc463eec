import type { Messages } from '../en.js';

const loadAgain = () =>
  'Das Programm, das die Anfrage gesendet hat, muss geändert werden. Ist es diese Seite, laden Sie die Seite neu.';

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
      `Wenden Sie sich für die Verlängerung an ${sales}. Prüfen Sie die Lizenz danach erneut. Wenn diese Installation keine Lizenz hat, aktivieren Sie die Lizenz.`,
  },
  'license-suspended': {
    says: () => 'Der Hersteller hat die Lizenz ausgesetzt.',
    fix: ({ sales }) =>
      `Wenden Sie sich an ${sales}. Wenn die Lizenz wieder gilt, prüfen Sie die Lizenz erneut. Wenn diese Installation keine Lizenz hat, aktivieren Sie die Lizenz.`,
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
        : 'Die Regeln des Herstellers für diese Lizenz passen nicht zu Inspire: Sie verlangen etwas, das Inspire nicht tut, oder sie erlauben keine Aktivierung mit dem Lizenzschlüssel.',
    fix: ({ support }) =>
      `Senden Sie die technischen Einzelheiten an ${support}: Der Hersteller muss die Regeln der Lizenz ändern.`,
  },
  'machine-limit-reached': {
    says: ({ count }) =>
      count
        ? `Die Lizenz ist schon auf ${count === 1 ? 'einer Installation' : `${count} Installationen`} aktiv, und mehr lässt sie nicht zu.`
        : 'Die Lizenz ist schon auf so vielen Installationen aktiv, wie sie zulässt, oder eine andere ihrer Obergrenzen ist erreicht.',
    fix: ({ support, sales }) =>
      `Deaktivieren Sie die Lizenz auf einer Installation, die sie nicht mehr braucht. Gibt es diese Installation nicht mehr, bitten Sie ${support}, ihren Lizenzplatz freizugeben. Für eine höhere Obergrenze wenden Sie sich an ${sales}.`,
  },
  'fingerprint-taken': {
    says: () =>
      'Diese Installation kann beim Lizenzserver nur einen Lizenzplatz belegen. Dieser gehört noch zu einer anderen Lizenz.',
    fix: ({ support }) =>
      `Die technischen Einzelheiten sagen, welche. Der Reiter „Stand“ zeigt die Lizenzplätze früherer Lizenzen, die noch nicht freigegeben sind, und den Grund dafür. Bleibt es dabei, wenden Sie sich an ${support}.`,
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
      `Senden Sie den Fingerabdruck dieser Installation (Reiter „Stand“) an ${support}. Bitten Sie, ihn in der Lizenz aufzuführen und danach eine neue Lizenzdatei zu erstellen.`,
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
      `Wählen Sie die Offline-Aktivierung, und senden Sie die Anforderung, die dort steht, an ${support}. Die Anforderung sagt, was die Datei enthalten muss. Aktivieren Sie danach mit der neuen Datei.`,
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
      `Prüfen Sie, ob Schlüssel und Datei zur selben Lizenz gehören. Wenn ja, senden Sie den Fingerabdruck dieser Installation (Reiter „Stand“) an ${support}, und bitten Sie um eine Lizenzdatei dafür.`,
  },
  'license-file-expired': {
    says: ({ endsAt, expiresAt }) =>
      endsAt && expiresAt
        ? `Die Lizenzdatei galt bis ${endsAt}, und die Lizenz selbst bis ${expiresAt}.`
        : endsAt
          ? `Die Lizenzdatei galt bis ${endsAt}.`
          : 'Die Lizenzdatei gilt nicht mehr.',
    fix: ({ support, sales }) =>
      `Bitten Sie ${support} um eine neue Lizenzdatei, und aktivieren Sie damit. Ist die Lizenz selbst abgelaufen, wenden Sie sich vorher für die Verlängerung an ${sales}.`,
  },
  'license-file-older': {
    says: ({ issuedAt, newestIssuedAt }) =>
      issuedAt && newestIssuedAt
        ? `Diese Installation hatte schon ein neueres Zertifikat dieser Lizenz, vom ${newestIssuedAt}. Die Lizenzdatei vom ${issuedAt} gewährt mehr als dieses.`
        : 'Diese Installation hatte schon ein neueres Zertifikat dieser Lizenz. Die Lizenzdatei ist älter, gewährt aber mehr.',
    fix: ({ support }) =>
      `Nehmen Sie die neueste Lizenzdatei, oder bitten Sie ${support} um eine neue. Eine ältere wird angenommen, wenn sie nicht mehr gewährt: keine andere Freischaltung, keine höhere Obergrenze, keinen späteren Ablauf.`,
  },
  'license-file-other-machine': {
    says: ({ fingerprint }) =>
      `Die Lizenzdatei wurde für eine andere Installation ausgestellt.${fingerprint ? ` Diese hat den Fingerabdruck ${fingerprint}.` : ''}`,
    fix: ({ support }) =>
      `Senden Sie den Fingerabdruck dieser Installation (Reiter „Stand“) an ${support}, und bitten Sie um eine Lizenzdatei dafür.`,
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
          ? 'Ein anderes Programm hat die gespeicherte Zeit in der Datenbank geändert. Deshalb ist nicht sicher, ob die Lizenzdatei noch gilt. Aktivieren Sie einmal online.'
          : 'Die Uhr dieses Servers geht nach: Der Dienst hat schon eine spätere Zeit festgehalten.',
    fix: () =>
      'Stellen Sie die Uhr richtig, und synchronisieren Sie sie (NTP). Wenn sie früher vorging und jetzt stimmt, aktivieren Sie online oder mit einer Lizenzdatei von heute.',
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
    says: () => 'Dieser Vorgang braucht eine aktivierte Lizenz, aber diese Installation hat keine.',
    fix: () =>
      'Aktivieren Sie eine Lizenz. Nach einem Umzug deaktivieren Sie die Lizenz wenn möglich auf dem alten Server. Aktivieren Sie sie dann auf dem neuen.',
  },
  'offline-license': {
    says: () => 'Eine Offline-Lizenz ist durch ihr signiertes Zertifikat belegt und wird nicht erneut geprüft.',
    fix: ({ support }) =>
      `Um eine Verlängerung oder Änderung zu übernehmen, bitten Sie ${support} um eine neue Lizenzdatei, und aktivieren Sie damit. Um beim Lizenzserver zu prüfen, aktivieren Sie die Lizenz online.`,
  },
  'operation-in-progress': {
    says: () =>
      'Auf dieser Installation wird gerade eine Lizenz aktiviert oder deaktiviert, oder ihr früherer Lizenzplatz wird noch freigegeben.',
    fix: () =>
      'Warten Sie einige Sekunden, bei einem Platz eine Minute. Sehen Sie dann im Reiter „Stand“ nach, und versuchen Sie es erneut, wenn es noch nötig ist.',
  },
  'preview-outdated': {
    says: () =>
      'Die Aktivierung würde etwas anderes tun, als die Vorschau gezeigt hat: Die Lizenz hat sich seitdem geändert. Geändert wurde hier nichts.',
    fix: () => 'Sehen Sie sich die jetzige Vorschau an, und aktivieren Sie, wenn Sie einverstanden sind.',
  },
  'release-not-blocked': {
    says: () => 'Der Dienst versucht die Freigabe dieses Lizenzplatzes noch. Der Lizenzserver hat sie nicht abgelehnt.',
    fix: () =>
      'Warten Sie. Der Reiter „Stand“ zeigt, ob der Platz freigegeben ist, und sonst den letzten Fehler. Nur die Freigabe eines blockierten Platzes lässt sich verwerfen.',
  },
  'licensing-server-unreachable': {
    says: ({ host, cause }) =>
      host
        ? `${host} ist nicht zu erreichen${connections[String(cause)] ? `: ${connections[String(cause)]}` : ''}.`
        : 'Der Lizenzserver hat nicht geantwortet, oder Anfragen an ihn sind abgeschaltet.',
    fix: () =>
      'Prüfen Sie, ob dieser Server den Lizenzserver erreicht, auch durch einen Proxy. Ein Server ohne Internetzugang aktiviert offline, mit einer signierten Lizenzdatei.',
  },
  'licensing-server-busy': {
    says: () => 'Der Lizenzserver oder ein Proxy davor bekommt zu viele Anfragen und hat um eine Pause gebeten.',
    fix: ({ support }) =>
      `Versuchen Sie es in einer Minute erneut. Die benutzte Lizenz ist nicht betroffen, und der Dienst fragt nach der Pause von selbst. Bleibt es so, prüfen Sie, ob andere Programme an dieser Adresse viele Anfragen senden, und fragen Sie ${support}.`,
  },
  'licensing-server-error': {
    says: () =>
      'Der Lizenzserver hat mit einem Fehler geantwortet, oder in einer Form, die dieser Dienst nicht versteht.',
    fix: ({ support }) =>
      `Versuchen Sie es in einigen Minuten erneut. Die benutzte Lizenz ist nicht betroffen. Bleibt es so, senden Sie die technischen Einzelheiten an ${support}.`,
  },
  'licensing-server-untrusted': {
    says: ({ host, cause }) =>
      host && cause === 'web-page'
        ? `Statt des Lizenzservers antwortet unter ${host} eine Webseite.`
        : 'Es kam eine Antwort, die der Lizenzserver nicht signiert hat.',
    fix: () =>
      'Prüfen Sie die Adresse in licensing.server.url. Prüfen Sie auch, ob ein Proxy oder eine Firewall die Antworten ändert oder eine eigene Seite sendet. Die technischen Einzelheiten nennen den Fehler.',
  },
  'identity-provider-unreachable': {
    says: () =>
      'Der Dienst kann Ihre Anmeldung nicht prüfen, weil er den Schlüssel dazu gerade nicht vom Identitätsanbieter bekommt. Die Anmeldung selbst kann gültig sein.',
    fix: () =>
      'Versuchen Sie es in einigen Sekunden erneut. Bleibt es so, sehen Sie in das Protokoll dieses Dienstes, und prüfen Sie mp.jwt.verify.publickey.location und das Netz zwischen diesem Dienst und dem Identitätsanbieter.',
  },
  'store-unavailable': {
    says: () => 'Die Datenbank antwortet nicht. Ob ein begonnener Vorgang noch gespeichert wurde, ist nicht sicher.',
    fix: () =>
      'Prüfen Sie PostgreSQL und die Verbindung dieses Dienstes dorthin. Sehen Sie im Verlauf nach, ob der Vorgang ausgeführt wurde, bevor Sie ihn wiederholen. Der Dienst sagt anderen Diensten weiterhin, was lizenziert ist.',
  },
  starting: {
    says: () => 'Dieser Dienst ist gestartet und hat den Zustand der Lizenz noch nicht gelesen.',
    fix: () =>
      'Versuchen Sie es in einigen Sekunden erneut. Bleibt es so, sehen Sie in das Protokoll des Dienstes: Es sagt, ob PostgreSQL nicht zu erreichen ist oder was dort zu ändern ist.',
  },
  stopping: {
    says: () => 'Dieser Dienst wird beendet oder neu gestartet. Er beginnt nichts Neues mehr.',
    fix: () =>
      'Versuchen Sie es in einigen Sekunden erneut: Eine andere Instanz antwortet, oder diese nach ihrem Neustart. Geändert wurde nichts.',
  },
  'invalid-request': {
    says: () => 'Etwas in der Anfrage fehlt, ist unbekannt oder wird nicht angenommen.',
    fix: () => 'Berichtigen Sie, was die technischen Einzelheiten nennen, und versuchen Sie es erneut.',
  },
  unauthorized: {
    says: () =>
      'Die Anfrage hat kein gültiges Zugriffstoken: Es fehlt, ist abgelaufen oder für einen anderen Dienst bestimmt.',
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
    says: () => 'Es gibt die Adresse, aber sie nimmt diese Art von Anfrage nicht an.',
    fix: loadAgain,
  },
  'not-acceptable': {
    says: () =>
      'Das Programm, das die Anfrage gesendet hat, nimmt keines der Formate an, in denen dieser Dienst antwortet.',
    fix: loadAgain,
  },
  'request-timeout': {
    says: () => 'Die Anfrage kam nicht rechtzeitig an, deshalb wurde nichts getan.',
    fix: () =>
      'Versuchen Sie es erneut. Geschieht es wieder, prüfen Sie das Netz und die Proxys zwischen Ihnen und diesem Dienst.',
  },
  'unsupported-media-type': {
    says: () => 'Diese Adresse nimmt das Format der Anfrage nicht an.',
    fix: loadAgain,
  },
  'too-large': {
    says: () => 'Die Anfrage ist größer als 3 MB.',
    fix: () =>
      'Prüfen Sie, ob Sie außer Schlüssel und Datei nichts eingefügt haben. Ein Lizenzschlüssel hat höchstens 4.096 Zeichen, eine Lizenzdatei höchstens zwei Millionen.',
  },
  'headers-too-large': {
    says: () => 'Die Kopfzeilen der Anfrage sind größer, als dieser Dienst annimmt. Meist liegt es am Zugriffstoken.',
    fix: () =>
      'Lassen Sie den Identitätsanbieter weniger Gruppen in das Token schreiben. Oder erhöhen Sie quarkus.http.limits.max-header-size und dieselbe Grenze jedes Proxys auf dem Weg.',
  },
  'too-many-requests': {
    says: () =>
      'Innerhalb einer Minute wurden zu viele Aktivierungen oder Vorschauen versucht, oder zu viele Programme warten schon auf Änderungen.',
    fix: () => 'Warten Sie eine Minute, und versuchen Sie es dann noch einmal.',
  },
  'internal-error': {
    says: () => 'In diesem Dienst ist ein unerwarteter Fehler aufgetreten.',
    fix: ({ support }) =>
      `Versuchen Sie es erneut. Geschieht es wieder, senden Sie ${support} den Namen des Fehlers (urn:uuid:…) aus den technischen Einzelheiten und die Zeilen aus dem Protokoll des Dienstes, die ihn enthalten.`,
  },
};

import type { Messages } from '../en.js';

export const future: Messages['future'] = {
  heading: 'Was als Nächstes geschieht',
  nothing: 'Keine Änderung ist absehbar: Die Lizenz bleibt, wie sie ist.',
  nothingRestricted: 'Funktionen bleiben eingeschränkt, bis die Lizenz wieder gilt.',
  revalidation: 'Nächste Prüfung',
  revalidationHint: 'Von selbst, im Hintergrund',
  changes: {
    licensed: 'Vollständig lizenziert',
    grace: 'Nachfrist beginnt',
    restricted: 'Funktionen sind eingeschränkt',
    unlicensed: 'Ohne Lizenz',
  },
  reasons: {
    'server-unreachable': 'der Lizenzserver hat nicht geantwortet',
    'license-expired': 'die Lizenz ist abgelaufen',
    'certificate-ended': 'das Zertifikat ist abgelaufen',
  },
  conditions: {
    'server stays unreachable': 'Nur wenn der Lizenzserver unerreichbar bleibt',
    'license is not renewed': 'Nur wenn die Lizenz nicht verlängert wird',
    'certificate is not renewed': 'Nur wenn das Zertifikat nicht erneuert wird',
    'no newer license file is activated': 'Nur wenn keine neuere Lizenzdatei aktiviert wird',
  },
};

// Compiles a dashboard (the file named by the first argument) as a value of Grafana's own type, and ends with 1 where it is none.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = mkdtempSync(join(import.meta.dirname, 'dashboard-'));
const file = join(folder, 'dashboard.ts');
const types = readFileSync(join(import.meta.dirname, 'types.ts.txt'), 'utf8');
writeFileSync(file, `${types}\n${readFileSync(process.argv[2], 'utf8')};\n`);
const { status } = spawnSync(
  join(import.meta.dirname, 'node_modules/.bin/tsc'),
  ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'preserve', file],
  { stdio: 'inherit' },
);
rmSync(folder, { recursive: true });
process.exit(status ?? 1);

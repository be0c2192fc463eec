// Adds what the Licensing page has of npm to the list of the package's components, which Quarkus makes of its jars:
//   node src/build/sbom.mjs FILE
// The page's build has left in node_modules/.shipped.json which packages have code in what is shipped.
import { readFileSync, writeFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const page = new URL('../main/webui/', import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

const { packages } = read(new URL('package-lock.json', page));

const component = (path) => {
  const locked = packages[path];
  if (locked === undefined) {
    throw new Error(`${path} is in the page and not in its package-lock.json.`);
  }
  const fullName = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const [name, group] = fullName.split('/').reverse();
  const purl = `pkg:npm/${fullName.replace('@', '%40')}@${locked.version}`;
  const sha512 = /(?:^| )sha512-(\S+)/.exec(locked.integrity ?? '')?.[1];
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name,
    version: locked.version,
    ...(sha512 && { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
    ...(locked.license && { licenses: [{ license: { id: locked.license } }] }),
    purl,
  };
};

const sbom = read(file);
const parts = read(new URL('node_modules/.shipped.json', page)).map(component);
sbom.components.push(...parts);
sbom.dependencies
  .find(({ ref }) => ref === sbom.metadata.component['bom-ref'])
  .dependsOn.push(...parts.map(({ purl }) => purl));
sbom.dependencies.push(...parts.map(({ purl }) => ({ ref: purl, dependsOn: [] })));
writeFileSync(file, JSON.stringify(sbom, null, 2) + '\n');

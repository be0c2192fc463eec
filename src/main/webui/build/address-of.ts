import type { Plugin } from 'vite';

const QUERY = '?address';

/**
 * `import address from './module.js?address'` gives the address of the file that a module is built into. What imports that
 * file by it depends on nothing else, where Vite would have it load a helper first, which may not arrive either.
 */
export function addressOf(): Plugin {
  return {
    name: 'address-of',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(QUERY)) {
        return null;
      }
      const module = await this.resolve(source.slice(0, -QUERY.length), importer);
      return module && `\0${module.id}${QUERY}`;
    },
    load(id) {
      if (!id.startsWith('\0') || !id.endsWith(QUERY)) {
        return null;
      }
      const file = this.emitFile({
        type: 'chunk',
        id: id.slice(1, -QUERY.length),
        preserveSignature: 'allow-extension',
      });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

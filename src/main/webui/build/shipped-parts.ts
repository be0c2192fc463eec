import type { Plugin } from 'vite';

/** The package that a module of npm is of, however deep the package is installed: the path in `node_modules`, as in the lock file. */
export function packageOf(id: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/
    .exec(id.replaceAll('\\', '/'))?.[0]
    .replace(/^.*?(?=node_modules\/)/, '');
}

/** Writes down which packages of npm have code in what is shipped, for the list of the package's components. */
export function shippedParts(): Plugin {
  let parts = new Set<string>();
  return {
    name: 'shipped-parts',
    apply: 'build',
    buildStart() {
      parts = new Set();
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(file.type === 'chunk' ? file.modules : {})) {
          const part = packageOf(id);
          if (part !== undefined && renderedLength > 0) {
            parts.add(part);
          }
        }
      }
    },
    async writeBundle() {
      await this.fs.writeFile('node_modules/.shipped.json', JSON.stringify([...parts].sort(), null, 2) + '\n');
    },
  };
}

import { defineConfig } from 'vitest/config';
import { addressOf } from './build/address-of.js';
import { noBlanks } from './build/no-blanks.js';
import { noIcons } from './build/no-icons.js';
import { noPreload } from './build/no-preload.js';
import { ownTags } from './build/own-tags.js';
import { ownWords } from './build/own-words.js';
import { ownUnit } from './build/own-unit.js';
import { shippedParts } from './build/shipped-parts.js';

/** The service that `npm run dev` shows the page of. */
const service = 'http://localhost:8080';

export default defineConfig({
  // A proxy may publish the service under a path.
  base: './',
  plugins: [addressOf(), noBlanks(), noIcons(), noPreload(), ownTags(), ownUnit(), ownWords(), shippedParts()],
  // Else the server of `npm run dev` would bundle them before the plugins see them.
  optimizeDeps: { exclude: ['@awesome.me/webawesome'] },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { page: 'index.html', 'inspire-licensing': 'src/embed.ts' },
      output: {
        // The element is embedded by its name; everything else is named by its content and kept by browsers.
        entryFileNames: (chunk) =>
          chunk.name === 'inspire-licensing' ? 'licensing/inspire-licensing.js' : 'licensing/assets/[name]-[hash].js',
        chunkFileNames: 'licensing/assets/[name]-[hash].js',
        assetFileNames: 'licensing/assets/[name]-[hash][extname]',
      },
    },
  },
  // A zone whose day is not always UTC's.
  test: { env: { TZ: 'Europe/Berlin' } },
  server: {
    proxy: {
      '^/(license|entitlements|limits|problems|sandbox|q)(/|$)': service,
      '/licensing/config.json': service,
    },
  },
});

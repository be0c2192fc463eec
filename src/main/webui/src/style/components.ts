/** The components of Web Awesome that the page uses. Their icons are not: they would be fetched from another host. */
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js';
import '@awesome.me/webawesome/dist/components/radio/radio.js';
import '@awesome.me/webawesome/dist/components/tab-group/tab-group.js';
import '@awesome.me/webawesome/dist/components/tab-panel/tab-panel.js';
import '@awesome.me/webawesome/dist/components/tab/tab.js';
import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';

for (const library of ['default', 'system']) {
  registerIconLibrary(library, { resolver: () => '' });
}

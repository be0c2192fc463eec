/** What is embedded by its name: a few lines that never grow old in a browser, and lead to files that browsers keep. */
export * from './inspire-licensing.js';

import { defineConfig } from 'vite';

/** The server inserts `<base>`, so the console runs below any path: every address in the build is relative. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
    // Libraries mark what only a browser runs; here all of it does.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});

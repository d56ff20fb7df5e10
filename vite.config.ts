import { defineConfig } from 'vite';

/** The page of `hearsay explore`: one script and one style sheet beside one HTML file, so that the whole can be embedded in a single file. */
export default defineConfig({
  root: 'src/explore/client',
  base: './',
  // The page brings no files of its own but what it imports.
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    // Beside the compiled server, in a folder of its own.
    outDir: '../../../dist/explore/client',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: false,
        entryFileNames: 'explore.js',
        assetFileNames: 'explore.[ext]',
      },
    },
  },
});

import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = `http://127.0.0.1:${process.env.PORT ?? 8080}`;

/** The JavaScript a browser has to have before it shows the first page: bytes, compressed by gzip. */
const mostInitialBytes = 170_000;

/** Fails a build whose first page needs too much JavaScript. What comes by `import()` does not count. */
function initialBudget(): Plugin {
  return {
    name: 'initial-budget',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      const initial = new Set(chunks.filter(({ isEntry }) => isEntry));
      for (const { imports } of initial)
        for (const chunk of chunks) if (imports.includes(chunk.fileName)) initial.add(chunk);
      const bytes = [...initial].reduce((sum, { code }) => sum + gzipSync(code).length, 0);
      if (bytes > mostInitialBytes)
        this.error(
          `The first page needs ${bytes} bytes of JavaScript (gzip); ${mostInitialBytes} are allowed. ` +
            'Load what it does not show at once with import().',
        );
    },
  };
}

/** The name of a part that many pages share, without theirs. */
const shortName = (name: string): string => name.split('~')[0] ?? name;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), initialBudget()],
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  preview: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    outDir: 'dist',
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        // A browser asks for six files at a time: a page of forty small ones waits for its turns.
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 3 },
            { name: 'first', tags: ['$initial'], priority: 2 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 24_000 },
          ],
        },
        chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) =>
          `assets/${shortName(name.replace(/\.\w+$/, ''))}-[hash][extname]`,
      },
    },
  },
});

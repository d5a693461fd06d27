import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The site is served with `script-src 'self'; style-src 'self'; font-src 'self'`: nothing may be inlined. */
export default defineConfig({
  plugins: [react()],
  base: '/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['chrome123', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    // Our packages do nothing when imported: a page takes from them what it uses, and the first page stays small.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/packages\/[^/]+\/src\//, sideEffects: false }] },
      // The first page's script names every other, and each name is of the page's budget: the version is name enough.
      // Hooks of the address are used by the first page and most others: apart, each would be a request of its own.
      output: {
        chunkFileNames: 'assets/[hash:7].js',
        codeSplitting: {
          groups: [
            {
              name: 'here',
              test: /react-router\/dist\/esm\/use(?:Location|Search|Params|Navigate|Match)\.js|web\/src\/(?:day|words\/use-)/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
})

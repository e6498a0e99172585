import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compress } from './scripts/compress.mjs';
import { inlineDocuments } from './scripts/inline-documents.mjs';
import { trimLocales } from './scripts/trim-locales.mjs';

/** The graph that the development server asks; the portal itself is served by the gateway. */
const api = process.env.PORTAL_API ?? 'http://127.0.0.1:4000';
const proxy = (paths) => Object.fromEntries(paths.map((path) => [path, { target: api, changeOrigin: true }]));
const asked = [
  '/graphql',
  '/regional/graphql',
  '/partner/graphql',
  '/files',
  '/letters',
  '/progress-reports',
  '/explorer',
  '/portal-config.json',
];

export default defineConfig({
  plugins: [react(), inlineDocuments(), trimLocales(), compress()],
  // React 18 stands at the root for GraphiQL: without this a library there would bring it, and hooks would fail in two Reacts.
  // es2015: what rxjs calls its classes; without it Apollo Client brings rxjs in functions for old browsers.
  resolve: { dedupe: ['react', 'react-dom', 'scheduler'], conditions: ['es2015', ...defaultClientConditions] },
  server: { port: 5173, strictPort: false, proxy: proxy(asked) },
  preview: { proxy: proxy(asked) },
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2023',
    manifest: true,
    // Every style, font and picture is a file of its own: the policy of the page opens no data: address for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
});

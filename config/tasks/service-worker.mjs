// The browser version works offline after the first visit: every built file is kept by a service worker.
// Answers of the API are kept by the app itself (client/pack.ts), so the worker leaves /api alone.
import { generateSW } from 'workbox-build';

const { count, size, warnings } = await generateSW({
  globDirectory: 'dist/h5',
  globPatterns: ['**/*.{html,js,css,png,svg,woff2}'],
  swDest: 'dist/h5/sw.js',
  inlineWorkboxRuntime: true,
  sourcemap: false,
  skipWaiting: true,
  clientsClaim: true,
  cleanupOutdatedCaches: true,
  // names carry a content hash: no cache-busting query needed
  dontCacheBustURLsMatching: /\.[0-9a-f]{8}\.(js|css)$/,
  navigateFallback: 'index.html',
  navigateFallbackDenylist: [/^\/api\//, /^\/healthz/, /^\/openapi\.json/],
  ignoreURLParametersMatching: [/^scene$/],
});
for (const warning of warnings) process.stderr.write(`${warning}\n`);
process.stdout.write(`${count} files, ${Math.round(size / 1024)} KB\n`);

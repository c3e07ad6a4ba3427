import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const LEAFLET_LAYERS =
  /leaflet\/src\/layer\/(index|Popup|Tooltip|DivOverlay|GeoJSON|FeatureGroup|LayerGroup|ImageOverlay|VideoOverlay|SVGOverlay|vector\/.*|tile\/TileLayer\.WMS)\.js$/;

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  resolve: {
    alias: [
      { find: '~db', replacement: here('./db') },
      { find: '~', replacement: here('./app') },
      // Its sources, of which the map takes what it needs.
      { find: /^leaflet$/, replacement: here('./node_modules/leaflet/src/Leaflet.js') },
    ],
  },
  optimizeDeps: {
    // Found only on the first page otherwise, and Vite then reloads it in the middle of hydration.
    // The server's own libraries, which Vite's scan also meets in the routes, are none of it.
    exclude: ['@remix-run/node', 'drizzle-orm', 'qrcode'],
    include: [
      '@conform-to/react',
      '@conform-to/zod/v4',
      'gcoord',
      'i18next',
      'leaflet',
      'lucide-react',
      'react-dom',
      'react-i18next',
      'react-leaflet',
      'supercluster',
      'zod',
    ],
  },
  build: {
    target: 'es2022',
    rollupOptions: {
      // Layers of leaflet that hook themselves into its map, needed or not: the map has its own drawing.
      treeshake: { moduleSideEffects: (id) => !LEAFLET_LAYERS.test(id) },
      onwarn(warning, warn) {
        // zod's comments for esbuild say nothing about our code.
        if (warning.code !== 'INVALID_ANNOTATION') warn(warning);
      },
    },
  },
});

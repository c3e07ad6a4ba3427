import { flatRoutes } from '@remix-run/fs-routes';

// Only a folder's `route.tsx` (or `route.ts`) is a page; its view parts and tests stand beside it.
export default flatRoutes({ ignoredRouteFiles: ['**/*.test.{ts,tsx}', '**/*.itest.{ts,tsx}'] });

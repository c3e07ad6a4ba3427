import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { COUNTIES_URL } from '~/domain/base-map';
import { paths } from '~/paths';
import type { ServerEnv } from './env.server';
import { readableAddress } from './readable-address.server';
import { isForeignWrite } from './same-origin.server';
import { securityHeaders } from './security-headers.server';

interface WebOptions {
  env: ServerEnv;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the browser's files: Vite in development, the built folder otherwise. */
  assets: RequestHandler;
  isReady: () => Promise<boolean>;
}

/** The whole HTTP surface, in the order in which a request passes it. */
export function createWeb({ env, build, assets, isReady }: WebOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', env.settings.trustProxy);
  app.use(securityHeaders(env.settings.publicOrigin));

  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok');
  });
  app.get(paths.ready, (_request, response, next) => {
    isReady()
      .catch(() => false)
      .then((ready) => response.status(ready ? 200 : 503).type('text/plain'))
      .then((reply) => reply.send(reply.statusCode === 200 ? 'ready' : 'not ready'))
      .catch(next);
  });

  app.use((request, response, next) => {
    if (!isForeignWrite(request.method, request.headers, env.settings.publicOrigin)) return next();
    response.status(403).type('text/plain').send('Forbidden: this request came from another site.');
  });
  app.use((request, _response, next) => {
    request.originalUrl = readableAddress(request.originalUrl);
    request.url = readableAddress(request.url);
    next();
  });
  app.use((request, response, next) => {
    // Forms are read whole into memory: one of unknown length has no bound. Browsers always say it.
    if (request.headers['transfer-encoding'] === undefined) return next();
    response.status(411).type('text/plain').send('The request must say its length.');
  });
  app.use(compression());
  const { counties } = env.baseMap;
  if (counties) {
    app.get(COUNTIES_URL, (_request, response) => {
      response.setHeader('Cache-Control', 'public, max-age=3600');
      response.type('application/geo+json').send(counties);
    });
  }
  app.use(assets);
  const answer = createRequestHandler({
    build,
    getLoadContext: (request) => ({
      env,
      requestUrl: documentUrl(request.originalUrl),
      address: request.ip ?? '',
    }),
  });
  app.all('*', (request, response, next) => {
    void answer(request, response, next);
  });
  return app;
}

/** The page's own address, where the browser asked for its data alone. */
function documentUrl(url: string): string {
  const asked = new URL(url, 'http://local.invalid');
  asked.searchParams.delete('_routes');
  const path = asked.pathname.replace(/(^\/_root)?\.data$/, '');
  return `${path || '/'}${asked.search}`;
}

/** Built files carry their hash in the name and never change; the rest of public/ may. */
export function builtAssets(clientFolder: string): RequestHandler {
  const router = express.Router();
  const immutable = { immutable: true, maxAge: '1y', fallthrough: false };
  router.use('/assets', express.static(`${clientFolder}/assets`, immutable));
  router.use(express.static(clientFolder, { maxAge: '1h' }));
  return router;
}

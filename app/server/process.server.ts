import { createServer, type RequestListener, type Server } from 'node:http';
import { answerOverlong } from './overlong-address.server';
import { StartRefused, type Settings } from './settings.server';

const DRAIN_LIMIT_MS = 10_000;

/**
 * Takes the port that the settings name, and answers 503 until `serve` is called.
 * @throws StartRefused when the port is taken or may not be used.
 */
export function listen(settings: Settings): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '2' }).end('starting');
  });
  answerOverlong(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(explain(error, settings));
    });
    server.listen(settings.port, settings.host, () => resolve(server));
  });
}

/** From now on `handler` answers. */
export function serve(server: Server, handler: RequestListener): void {
  server.removeAllListeners('request').on('request', handler);
}

function explain(error: NodeJS.ErrnoException, { host, port }: Settings): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartRefused(`Port ${port} is in use on ${host}; set PORT to a free one.`);
    case 'EACCES':
      return new StartRefused(`Port ${port} may not be used by this user; set PORT above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(`The setting HOST (${host}) is no address of this machine.`);
    default:
      return error;
  }
}

/** Stops taking requests, lets the running ones end, and cuts what still runs after the limit. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS);
  await closed;
  clearTimeout(cut);
}

/**
 * Runs `stop` on the first SIGTERM, SIGINT or SIGHUP, then ends the process. A second signal while
 * stopping changes nothing: the database must be let down whole.
 * @returns whether such a signal has come.
 */
export function onStopSignal(stop: () => Promise<void>): () => boolean {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return () => stopping;
}

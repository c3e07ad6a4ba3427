import { v7 as uuidv7 } from 'uuid';
import { createAuth } from '~db/auth.server';
import { DatabaseRefused } from '~db/embedded/refused.server';
import { openDatabase } from '~db/open.server';
import { findGoodsVersion, readWantedProblem } from '~db/queries/wanted-goods.server';
import { createIdentityCipher } from '~db/store/identity-cipher.server';
import { offerSetup } from '~/cli/offer-set-up';
import { openSite } from '~/cli/site';
import { startJobs } from '~/jobs/run-jobs';
import { openPlanWorker, solveInThread, wantedInThread } from '~/jobs/solve-in-thread';
import { openWantedBoard } from '~/jobs/wanted-board';
import { authSecret, identityKey } from '~/server/auth-secret.server';
import { openBaseMap, type OpenBaseMap } from '~/server/base-map.server';
import type { ServerEnv } from '~/server/env.server';
import { createLog } from '~/server/log.server';
import { drain, listen, onStopSignal, serve } from '~/server/process.server';
import { readSettings, StartRefused, type Mode, type Settings } from '~/server/settings.server';
import { warmMaps } from '~/server/warm.server';
import { createWeb } from '~/server/web.server';

type Close = () => Promise<void>;

function modeOf(argv: readonly string[]): Mode {
  if (argv.includes('--demo')) return 'demo';
  return argv.includes('--dev') ? 'development' : 'production';
}

async function start(mode: Mode): Promise<void> {
  process.env.NODE_ENV = mode === 'development' ? 'development' : 'production';
  const settings = readSettings(mode, process.env);
  const baseMap = openBaseMap(settings.map);
  // The port is taken first: a start that cannot listen must not touch the data.
  const server = await listen(settings);
  const toClose: Close[] = [];
  const stop = once(async () => {
    await drain(server);
    for (const close of toClose.reverse()) await close();
  });
  const isStopping = onStopSignal(stop);
  try {
    const env = await openEnv(settings, baseMap, toClose);
    if (mode === 'demo') await (await import('~/cli/demo/main')).tellDemo(env);
    const site = await openSite(mode);
    toClose.push(site.close);
    const jobs = startJobs({
      ...env,
      solve: solveInThread(openPlanWorker(mode !== 'development')),
      say: (error) => env.log.error({ err: error }, 'a job went wrong'),
    });
    toClose.push(jobs.stop);
    const isReady = async () => !isStopping() && (await env.db.$client`select 1`).length === 1;
    serve(server, createWeb({ env, ...site, isReady }));
    console.log(`暖桥 Nuanqiao: ${settings.publicOrigin}`);
    if (mode !== 'development') void warmMaps(server, env.log);
    if (mode !== 'demo') await offerSetup(env);
  } catch (error) {
    await stop();
    if (!isStopping()) throw error;
  }
}

async function openEnv(
  settings: Settings,
  baseMap: OpenBaseMap,
  toClose: Close[],
): Promise<ServerEnv> {
  const isDemo = settings.mode === 'demo';
  const database = isDemo ? 'nuanqiao_demo' : 'nuanqiao';
  const purpose = isDemo ? 'demo' : 'real';
  const opening = openDatabase({ ...settings, database, purpose, say: console.log });
  // Known before it is open: a signal during the start must not leave PostgreSQL running.
  toClose.push(async () => {
    const opened = await opening.catch(() => undefined);
    await opened?.close();
  });
  const { db } = await opening;
  const { publicOrigin } = settings;
  const newId = () => uuidv7();
  const now = () => new Date();
  const log = createLog(settings.logLevel);
  const wanted = openWantedBoard({
    now,
    version: () => findGoodsVersion(db, now()),
    readTask: () => readWantedProblem(db, now()),
    solve: wantedInThread(openPlanWorker(settings.mode !== 'development')),
    say: (error) => log.error({ err: error }, 'what should be given could not be worked out'),
  });
  toClose.push(wanted.stop);
  return {
    settings,
    log,
    db,
    auth: createAuth({ db, secret: authSecret(settings), publicOrigin, newId }),
    cipher: createIdentityCipher(identityKey(settings)),
    baseMap,
    wanted: wanted.read,
    now,
    newId,
  };
}

function once(work: Close): Close {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

start(modeOf(process.argv)).catch((error: unknown) => {
  const expected = error instanceof StartRefused || error instanceof DatabaseRefused;
  console.error(expected ? error.message : error);
  process.exit(1);
});

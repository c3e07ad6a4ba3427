import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { v7 as uuidv7 } from 'uuid';
import { createAuth } from '~db/auth.server';
import { DatabaseRefused } from '~db/embedded/refused.server';
import { openDatabase } from '~db/open.server';
import { openSetup } from '~/commands/open-setup.server';
import { paths } from '~/paths';
import { authSecret } from '~/server/auth-secret.server';
import type { ServerEnv } from '~/server/env.server';
import { createLog } from '~/server/log.server';
import { drain, listen, onStopSignal } from '~/server/process.server';
import { readSettings, StartRefused, type Mode } from '~/server/settings.server';
import { newToken, tokenHash } from '~/server/token.server';
import { builtAssets, createWeb } from '~/server/web.server';

interface Site {
  build: ServerBuild | (() => Promise<ServerBuild>);
  assets: RequestHandler;
  close: () => Promise<void>;
}

function modeOf(argv: readonly string[]): Mode {
  if (argv.includes('--demo')) return 'demo';
  return argv.includes('--dev') ? 'development' : 'production';
}

async function builtSite(): Promise<Site> {
  const entry = 'build/server/index.js';
  if (!existsSync(entry))
    throw new StartRefused('Nothing is built yet; run `npm run build` first.');
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
  return { build, assets: builtAssets('build/client'), close: () => Promise.resolve() };
}

async function developmentSite(): Promise<Site> {
  const vite = await import('vite');
  const server = await vite.createServer({ server: { middlewareMode: true } });
  return {
    build: () => server.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    assets: server.middlewares,
    close: () => server.close(),
  };
}

async function start(mode: Mode): Promise<void> {
  process.env.NODE_ENV = mode === 'development' ? 'development' : 'production';
  const settings = readSettings(mode, process.env);
  const newId = () => uuidv7();
  const { db, close } = await openDatabase({ ...settings, say: console.log });
  const { publicOrigin } = settings;
  const env: ServerEnv = {
    settings,
    log: createLog(settings.logLevel),
    db,
    auth: createAuth({ db, secret: authSecret(settings), publicOrigin, newId }),
    now: () => new Date(),
    newId,
  };
  const site = mode === 'development' ? await developmentSite() : await builtSite();
  const web = createWeb({ env, ...site, isReady: () => Promise.resolve(true) });
  const server = await listen(web, settings);
  onStopSignal(async () => {
    await drain(server);
    await site.close();
    await close();
  });
  console.log(`暖桥 Nuanqiao: ${publicOrigin}`);
  await offerSetup(env);
}

/** On an empty database: prints the one-time link by which the first administrator is made. */
async function offerSetup(env: ServerEnv): Promise<void> {
  const token = newToken();
  const opened = await openSetup(env, tokenHash(token));
  if (!opened.ok) return;
  const link = env.settings.publicOrigin + paths.setup(token);
  console.log(
    `首次使用，请打开这个一次性链接设置第一位管理员 / First start, make the administrator here:\n${link}`,
  );
}

start(modeOf(process.argv)).catch((error: unknown) => {
  console.error(
    error instanceof StartRefused || error instanceof DatabaseRefused ? error.message : error,
  );
  process.exit(1);
});

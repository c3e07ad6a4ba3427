import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { StartRefused, type Mode } from '~/server/settings.server';
import { builtAssets } from '~/server/web.server';

/** The pages, and what serves the browser's files to them. */
export interface Site {
  build: ServerBuild | (() => Promise<ServerBuild>);
  assets: RequestHandler;
  close: () => Promise<void>;
}

export function openSite(mode: Mode): Promise<Site> {
  return mode === 'development' ? developmentSite() : builtSite();
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

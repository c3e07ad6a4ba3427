import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export const CHROMIUM_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium's sandbox does not run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** A Chromium of the system, if there is one. */
function findSystemChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(':');
  const candidates = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
  return candidates.find((path) => existsSync(path));
}

/**
 * The browser to test with: Playwright's own where it is installed (undefined), else the system's,
 * else one that is installed now. Playwright's cannot be downloaded everywhere.
 */
export function chooseChromium(): string | undefined {
  if (existsSync(chromium.executablePath())) return undefined;
  const found = findSystemChromium();
  if (found) return found;
  installChromium();
  if (existsSync(chromium.executablePath())) return undefined;
  const installed = findSystemChromium();
  if (installed) return installed;
  throw new Error('There is no Chromium; install the package `chromium` and run again.');
}

function installChromium(): void {
  console.log('No Chromium is installed; installing one …');
  const own = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 180_000,
  });
  if (own.status === 0 || process.getuid?.() !== 0) return;
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-qq', '-y', 'chromium', 'fonts-noto-cjk'], {
    stdio: 'inherit',
  });
}

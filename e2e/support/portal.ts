import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { freePort, startServer, statusOf, temporaryDataDir } from './server-process';

/** A portal of a spec's own on an empty database, and the browsers of the people who use it. */
export interface Portal {
  origin: string;
  /** Printed once at the first start. */
  setupLink: string;
  /** Where its database lies. */
  dataDir: string;
  /** Each person has a browser of their own, which reports here every answer of 500 or more. */
  open: (browser: Browser, options?: BrowserContextOptions) => Promise<Page>;
  failures: string[];
  close: () => Promise<void>;
}

export async function startPortal(): Promise<Portal> {
  const data = temporaryDataDir();
  const port = String(await freePort());
  const server = startServer({ PORT: port, NUANQIAO_DATA_DIR: data.path, LOG_LEVEL: 'warn' });
  const origin = `http://localhost:${port}`;
  const linkPrinted = () => /\S+\/setup\/\S+/.exec(server.output())?.[0] ?? '';
  await expect.poll(() => statusOf(`${server.url}/readyz`), { timeout: 100_000 }).toBe(200);
  await expect.poll(linkPrinted, { timeout: 30_000 }).not.toBe('');
  const failures: string[] = [];
  const open = (browser: Browser, options?: BrowserContextOptions) =>
    openWatched(browser, origin, failures, options);
  const close = async () => {
    server.child.kill('SIGTERM');
    await server.ended;
    data.remove();
  };
  return { origin, setupLink: linkPrinted(), dataDir: data.path, open, failures, close };
}

/** A browser of somebody's own; every answer of 500 or more and every error of a script is added to `failures`. */
export async function openWatched(
  browser: Browser,
  baseURL: string,
  failures: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL, ...options });
  context.on('response', (response) => {
    if (response.status() >= 500) failures.push(`${response.status()} ${response.url()}`);
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => failures.push(`${page.url()}: ${error.message}`));
  return page;
}

/** Opens a page and waits until its scripts are at work: a person does not type faster than that. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await hydrated(page);
}

export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.body;
    return Object.keys(root).some((key) => key.startsWith('__react'));
  });
}

/** A picture for the person who looks at the pages: set SHOTS to a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

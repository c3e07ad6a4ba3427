import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { demoPassword } from '~/cli/demo/cast';
import { paths } from '~/paths';
import { CHROMIUM_ARGS, chooseChromium } from './chromium';
import { freePort, startServer, statusOf, temporaryDataDir } from './server-process';

/** `npm run picture`: README's picture, taken from a fresh demonstration. */
const WIDTH = 1200;
const HEIGHT = 760;
const FILE = 'docs/images/requests.png';
const START_LIMIT_MS = 180_000;

async function take(origin: string): Promise<void> {
  const executablePath = chooseChromium();
  const browser = await chromium.launch({
    args: CHROMIUM_ARGS,
    ...(executablePath && { executablePath }),
  });
  try {
    const size = { width: WIDTH, height: HEIGHT };
    const page = await browser.newPage({ viewport: size, locale: 'zh-CN' });
    await page.goto(origin + paths.signIn);
    await page.getByLabel('用户名或手机号').fill('zhongshan');
    await page.getByLabel('密码').fill(demoPassword);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL((url) => url.pathname !== paths.signIn);
    await page.goto(origin + paths.requests);
    mkdirSync('docs/images', { recursive: true });
    await page.screenshot({ path: FILE });
  } finally {
    await browser.close();
  }
}

const data = temporaryDataDir();
const environment = { PORT: String(await freePort()), NUANQIAO_DATA_DIR: data.path };
const server = startServer(environment, ['--demo']);
try {
  const deadline = Date.now() + START_LIMIT_MS;
  while ((await statusOf(`${server.url}/readyz`)) !== 200) {
    if (Date.now() > deadline || server.child.exitCode !== null) throw new Error(server.output());
  }
  await take(server.url.replace('127.0.0.1', 'localhost'));
} finally {
  server.child.kill('SIGTERM');
  await server.ended;
  data.remove();
}

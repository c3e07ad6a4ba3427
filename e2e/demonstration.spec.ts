import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { administrator, demoPassword, members } from '~/cli/demo/cast';
import { verifyBooks } from '~/cli/verify/verify-books';
import { paths } from '~/paths';
import { closeDatabase } from '~db/client.server';
import { openContext } from './support/cast';
import { connectBeside } from './support/database';
import { formsOf, kindOf, oddPostsOf } from './support/drawn-forms';
import {
  freePort,
  startServer,
  statusOf,
  stopLeftServers,
  temporaryDataDir,
} from './support/server-process';

/** Pages of one kind that are read, and odd values that a field is sent with. */
const EACH_PAGE = 3;
const EACH_FIELD = 2;
/** One of each role, and the county’s officer beside the city’s; the rest of the cast do the same work elsewhere. */
const walkers = ['zhihui', 'depot', 'city', 'zhongshan', 'gongan', 'dalong'];

let origin: string;
const data = temporaryDataDir();

test.describe.configure({ timeout: 300_000 });

test.beforeAll(async () => {
  const port = String(await freePort());
  startServer({ PORT: port, NUANQIAO_DATA_DIR: data.path, LOG_LEVEL: 'error' }, ['--demo']);
  origin = `http://localhost:${port}`;
  await expect.poll(() => statusOf(`${origin}/readyz`), { timeout: 180_000 }).toBe(200);
});

test.afterAll(async () => {
  await stopLeftServers();
  data.remove();
});

async function signedIn(userName: string): Promise<APIRequestContext> {
  const context = await openContext(origin);
  const form = { _login: userName, _password: demoPassword };
  const answer = await context.post(paths.signIn, { form, maxRedirects: 0 });
  expect(answer.status(), userName).toBe(303);
  return context;
}

test('everyone of the cast is let in with the password that the start prints', async () => {
  for (const { userName } of [administrator, ...members]) {
    const context = await signedIn(userName);
    expect((await context.get(paths.home)).status(), userName).toBe(200);
    await context.dispose();
  }
});

/** Sends odd values through every form that is drawn for this person; answers how many were sent, and which broke. */
async function sendOddValues(userName: string, parser: Page) {
  const context = await signedIn(userName);
  const forms = await formsOf(context, parser, EACH_PAGE);
  const ending: string[] = [paths.signOut, paths.account, paths.language];
  const posts = forms
    .filter(({ action }) => !ending.includes(kindOf(action)))
    .flatMap((form) => oddPostsOf(form, EACH_FIELD));
  const broken: string[] = [];
  for (const { form, field, value, body } of posts) {
    const answer = await context.post(form.action, {
      data: body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      maxRedirects: 0,
    });
    if (answer.status() >= 500)
      broken.push(`${userName} ${kindOf(form.action)} ${field}=${value.slice(0, 20)}`);
  }
  await context.dispose();
  return { sent: posts.length, broken };
}

test('odd values in the fields of every form end in no 500, and leave the books whole', async ({
  page,
}) => {
  for (const userName of walkers) {
    const { sent, broken } = await sendOddValues(userName, page);
    expect(broken).toEqual([]);
    expect(sent, userName).toBeGreaterThan(0);
  }
  const db = connectBeside(data.path, 'nuanqiao_demo');
  const { looked, faults } = await verifyBooks(db);
  await closeDatabase(db);
  expect(faults).toEqual([]);
  expect(looked.movement_line).toBeGreaterThan(100);
});

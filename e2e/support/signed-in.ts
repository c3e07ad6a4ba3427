import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { paths } from '~/paths';
import type { Player } from './cast';
import { openWatched } from './portal';
import type { Stage } from './stage';

/** A browser of a player's own, signed in through the form; answers of 500 and errors of scripts go to `failures`. */
export async function signedIn(
  browser: Browser,
  { stage, failures }: { stage: Stage; failures: string[] },
  player: Player,
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await openWatched(browser, stage.origin, failures, options);
  await page.goto(paths.signIn);
  await signInHere(page, player.toLowerCase(), TEST_PASSWORD);
  await page.waitForURL((url) => url.pathname !== paths.signIn);
  return page;
}

/** Fills in the sign-in form that is shown, and sends it from the last field. */
export async function signInHere(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('用户名或手机号').fill(login);
  const field = page.getByLabel('密码');
  await field.fill(password);
  await field.press('Enter');
}

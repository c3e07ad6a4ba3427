import { expect, test } from '@playwright/test';
import { paths } from '~/paths';
import { startPortal, visit, type Portal } from './support/portal';

let portal: Portal;
test.beforeAll(async () => {
  portal = await startPortal();
});
test.afterAll(() => portal.close());

test('whoever types while the scripts of a page still begin breaks nothing', async ({
  browser,
}) => {
  const page = await portal.open(browser);
  // Between any two steps of the scripts there is a letter typed, as on a slow phone.
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    let typed = 0;
    port1.addEventListener('message', () => {
      const field = document.querySelector('input[name=_login]');
      if (field && Object.keys(document.body).some((key) => key.startsWith('__react'))) {
        document.documentElement.dataset['typed'] = String(typed);
        return;
      }
      if (field) typed += 1;
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      port2.postMessage(null);
    });
    port1.start();
    port2.postMessage(null);
  });
  await visit(page, paths.signIn);
  await expect(page.locator('html')).toHaveAttribute('data-typed', /^[1-9]/);
  expect(portal.failures).toEqual([]);
});

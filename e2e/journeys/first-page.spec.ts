import { expect, test } from '@playwright/test';

test('anyone opens the first page, and nothing on it is refused by the browser', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Hydrated: the scripts ran under the content security policy.
  await expect.poll(() => page.evaluate(() => '__remixRouter' in window)).toBe(true);
  expect(complaints).toEqual([]);
});

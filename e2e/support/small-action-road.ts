import { expect, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { hydrated, visit } from './portal';
import { parties } from './small-action';
import { COAT, RICE } from './small-action-goods';

/** The coats go into a box with a code, the rice stays in its bags and is counted in them. */
export async function packBox(page: Page): Promise<string> {
  await visit(page, paths.newShipment);
  await expect(page.getByRole('row', { name: new RegExp(parties.centre.place) })).toBeVisible();
  await page.getByRole('link', { name: '备货' }).click();
  const sending = (goods: string) =>
    page.getByRole('row', { name: new RegExp(goods) }).getByLabel('这次发出');
  // What is still to go stands there; only the coats go into the box.
  await expect(sending(RICE)).toHaveValue('4');
  await expect(sending(`${COAT} 120`)).toHaveValue('5');
  await sending(RICE).fill('');
  await page.getByRole('button', { name: '把以上数量装成一箱' }).click();
  await expect(page.getByText('已装箱。')).toBeVisible();
  await page.getByRole('link', { name: '打印标签' }).click();
  await hydrated(page);
  await expect(page.getByText(COAT).first()).toBeVisible();
  const [, code] =
    /(P[0-9A-Z]{3}(?:-[0-9A-Z]{4})+)/.exec(await page.getByRole('main').innerText()) ?? [];
  expect(code).toBeDefined();
  await page.goBack();
  return code ?? '';
}

export async function dispatch(page: Page, boxCode: string): Promise<string> {
  await visit(page, paths.newShipment);
  await page.getByRole('link', { name: '备货' }).click();
  await expect(page.getByText(boxCode).first()).toBeVisible();
  await page.getByRole('button', { name: '保存运单' }).click();
  await expect(page.getByText('运单已保存')).toBeVisible();
  await hydrated(page);
  await page.getByRole('button', { name: '确认发车' }).click();
  await expect(page.getByText('承运单位和车牌号至少填一项').first()).toBeVisible();
  await page.getByLabel('车牌号').fill('桂J12345');
  await page.getByLabel('司机', { exact: true }).fill('覃师傅');
  await page.getByLabel('司机电话').fill('14000000099');
  await page.getByRole('button', { name: '确认发车' }).click();
  await expect(page.getByText('已登记发车。')).toBeVisible();
  await expect(page.getByText('运输中').first()).toBeVisible();
  // Who sends cannot receive.
  await expect(page.getByRole('link', { name: '收货', exact: true })).toHaveCount(0);
  return new URL(page.url()).pathname;
}

/** Half the rice first; the box and the rest with the next lorry. */
export async function receiveTwice(page: Page, shipment: string): Promise<void> {
  await visit(page, paths.home);
  await expect(page.getByText('张运单正在送来')).toBeVisible();
  await visit(page, shipment);
  await page.getByRole('link', { name: '收货', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^收货/ })).toBeVisible();
  await page.getByRole('region', { name: RICE }).getByLabel('这次收到').fill('2');
  await page.getByRole('button', { name: '确认收货' }).click();
  await expect(page.getByText('收货已入账。')).toBeVisible();
  await expect(page.getByText('部分收货').first()).toBeVisible();
  await page.getByRole('link', { name: '收货', exact: true }).click();
  await expect(page.getByRole('region', { name: RICE })).toContainText('待收 2 袋（10公斤）');
  await page.getByRole('button', { name: '全部如数收到' }).click();
  await expect(page.getByText('已收货', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('第 2 次收货')).toBeVisible();
}

import { expect, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { hydrated, visit } from './portal';
import { parties } from './small-action';
import { COAT, day, RICE } from './small-action-goods';

/** The centre asks for coats in sizes for 12 children, and for rice. */
export async function ask(page: Page): Promise<string> {
  await visit(page, paths.home);
  await page.getByRole('link', { name: '提一张需求' }).click();
  await expect(page.getByRole('heading', { name: '填写需求', level: 1 })).toBeVisible();
  await page.getByLabel('受助人数').fill('12');
  await page.getByLabel('需用日期').fill(day(30));
  await page.getByLabel('紧急', { exact: true }).check();
  await addItem(page, COAT);
  await page.getByRole('textbox', { name: `${COAT} 110` }).fill('4');
  await page.getByRole('textbox', { name: `${COAT} 120` }).fill('5');
  await page.getByRole('textbox', { name: `${COAT} 130` }).fill('3');
  await addItem(page, RICE);
  const rice = page.getByRole('region', { name: RICE });
  await rice.getByLabel('计量单位').selectOption({ label: '袋（10公斤）' });
  await rice.getByLabel('数量').fill('5');
  // What stood there before the rice was added still does.
  await expect(page.getByRole('textbox', { name: `${COAT} 120` })).toHaveValue('5');
  await page.getByRole('button', { name: '保存草稿' }).last().click();
  // Urgent without a reason: told, and nothing typed is lost.
  await expect(page.getByRole('alert')).toContainText('要写明原因');
  await expect(page.getByRole('textbox', { name: `${COAT} 130` })).toHaveValue('3');
  await page.getByLabel('紧急原因').fill('寒潮将到，孩子没有厚衣服');
  await page.getByRole('button', { name: '保存草稿' }).last().click();
  await expect(page.getByText('草稿已保存')).toBeVisible();
  await hydrated(page);
  await page.getByRole('button', { name: '提交审批' }).click();
  await expect(page.getByText('已提交，等待民政局审批。')).toBeVisible();
  await expect(page.getByText('待审批', { exact: true })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function addItem(page: Page, name: string): Promise<void> {
  await page.getByLabel('物资', { exact: true }).selectOption({ label: name });
  await page.getByRole('button', { name: '加入' }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
}

/** The bureau cuts one bag of rice, and has to say why. */
export async function approve(page: Page): Promise<void> {
  await visit(page, paths.home);
  await expect(page.getByText('张需求等待审批')).toBeVisible();
  await visit(page, paths.requests);
  await page
    .getByRole('link', { name: new RegExp(parties.centre.place) })
    .first()
    .click();
  const rice = page.getByRole('row', { name: new RegExp(RICE) });
  await rice.getByLabel('批准数量').fill('4');
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('核减了数量，要写明原因');
  await expect(rice.getByLabel('批准数量')).toHaveValue('4');
  await rice.getByLabel('核减原因').selectOption({ label: '物资不足，先保重点' });
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await expect(page.getByText('已批准，可以分配物资了。')).toBeVisible();
  await expect(page.getByText('核减 1', { exact: false })).toContainText('物资不足，先保重点');
}

/** Every need, one after another, by what the desk suggests. */
export async function allocateAll(page: Page): Promise<void> {
  for (const goods of [`${COAT} 110`, `${COAT} 120`, `${COAT} 130`, RICE]) {
    await visit(page, paths.desk);
    const need = page.getByRole('row', { name: new RegExp(goods) });
    await expect(need).toContainText('紧急');
    await need.getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: goods, level: 1 })).toBeVisible();
    await hydrated(page);
    await page.getByRole('button', { name: '确认分配' }).click();
    await expect(page.getByText('已预留。可以安排装运了。')).toBeVisible();
  }
  await visit(page, paths.desk);
  await expect(page.getByText('没有待满足的需求')).toBeVisible();
}

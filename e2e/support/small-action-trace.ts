import { expect, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { visit } from './portal';
import { CHILDREN, ELDER } from './small-action-village';
import { parties } from './small-action';
import { COAT, RICE } from './small-action-goods';

/** What anyone sees at a code: the way down to the village, and nobody's name. */
export async function followPublicly(page: Page, code: string): Promise<void> {
  await visit(page, paths.trace);
  // As it is read from a label: spaces and small letters do not matter.
  await page.getByLabel('物资编码或捐赠编码').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '一路经过' })).toBeVisible();
  const main = page.getByRole('main');
  for (const stage of ['清点入库', '装车发出', '送到村活动中心', '发放到户'])
    await expect(main.getByText(stage, { exact: true }).first()).toBeVisible();
  await expect(main.getByText(/北莱村/).first()).toBeVisible();
  await expect(main.getByText('不足 5 户').first()).toBeVisible();
  await expect(main.getByText(parties.foundation.name).first()).toBeVisible();
  const all = await page.content();
  for (const name of [ELDER, ...CHILDREN, ...Object.values(parties).map((one) => one.person)])
    expect(all).not.toContain(name);
}

interface Equations {
  left: Record<string, number>;
  right: Record<string, number>;
}

/** Both equations of one item, as the donor reads them. */
async function equationsOf(page: Page, item: string): Promise<Equations[]> {
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`^${item}：认捐`), level: 3 }) })
    .last();
  await section.getByText('数字怎么对上').click();
  const figures = await section
    .getByRole('figure')
    .filter({ has: page.getByRole('list') })
    .all();
  const read = [];
  for (const figure of figures) {
    const lists = await figure.getByRole('list').all();
    if (lists.length !== 2) continue;
    const sides = await Promise.all(
      lists.map((list) => list.getByRole('listitem').allInnerTexts()),
    );
    const [left, right] = sides.map((terms) => Object.fromEntries(terms.map(termOf)));
    read.push({ left: left ?? {}, right: right ?? {} });
  }
  return read;
}

/** "在库\n7 套" in either order. */
function termOf(text: string): [string, number] {
  const label = /[一-鿿]{2,}/.exec(text.replace(/\d[\d,.]*\s*\S+/, ''))?.[0] ?? '';
  return [label, Number(/\d[\d,.]*/.exec(text)?.[0]?.replaceAll(',', ''))];
}

export const sum = (terms: Record<string, number>) =>
  Object.values(terms).reduce((total, term) => total + term, 0);

/** Reads every figure from the donor's page and adds it up. */
export async function addUp(page: Page, donation: string): Promise<Record<string, number>[]> {
  await visit(page, donation);
  const read = [];
  for (const item of [COAT, RICE]) {
    const equations = await equationsOf(page, item);
    expect(equations).toHaveLength(2);
    for (const { left, right } of equations) expect(sum(left)).toBe(sum(right));
    const [pledged, received] = equations;
    read.push({ ...pledged?.left, ...pledged?.right, ...received?.right });
  }
  return read;
}

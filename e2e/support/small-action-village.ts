import { expect, type Locator, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { hydrated, visit } from './portal';
import { COAT } from './small-action-goods';

export const ELDER = '董桂英';
export const CHILDREN = ['董小雨', '董家乐'] as const;
const PROXY = '董有财';

/** A grandmother and two grandchildren; their ID numbers are of area 459900, which does not exist. */
export async function registerFamily(page: Page): Promise<void> {
  await visit(page, paths.register);
  await page.getByRole('link', { name: '登记一户' }).first().click();
  await expect(page.getByRole('heading', { name: '登记一户', level: 1 })).toBeVisible();
  await page.getByLabel('姓名', { exact: false }).first().fill(ELDER);
  await page.getByLabel('身份证号').fill('459900194802150027');
  await page.getByLabel('类别').selectOption({ label: '留守老人' });
  await expect(page.getByLabel('现居住地')).toHaveValue(/北莱村委会/);
  await page.getByRole('button', { name: '登记' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${ELDER} 一户` })).toBeVisible();
  // The page shows no more of a number than is needed to tell two people apart.
  await expect(page.getByText('459900194802150027')).toHaveCount(0);
  const numbers = ['459900201506010014', ''];
  for (const [at, child] of CHILDREN.entries()) {
    await hydrated(page);
    await page.getByLabel('姓名', { exact: false }).first().fill(child);
    await page.getByLabel('与户主关系').selectOption({ label: '孙子女' });
    if (numbers[at]) await page.getByLabel('身份证号').fill(numbers[at]);
    else await page.getByLabel('出生日期').fill('2017-09-10');
    await page.getByLabel('类别').selectOption({ label: '留守儿童' });
    await page.getByRole('button', { name: '添加家庭成员' }).click();
    await expect(page.getByRole('link', { name: child })).toBeVisible();
  }
}

/** The list warns of the closed box before anybody signs for what lies in it. */
export async function openBox(page: Page, handout: string, boxCode: string): Promise<void> {
  await visit(page, handout);
  await expect(page.getByText('有物资还装在箱里')).toBeVisible();
  await page.getByRole('link', { name: boxCode }).click();
  await page.getByRole('button', { name: '开箱' }).click();
  await expect(page.getByText('已开箱，物资变为散装。')).toBeVisible();
  await visit(page, handout);
  await expect(page.getByText('有物资还装在箱里')).toHaveCount(0);
}

/** A list for today; each child's coat by size. */
export async function openList(page: Page): Promise<string> {
  await visit(page, paths.handouts);
  await page.getByRole('link', { name: '开列名单' }).first().click();
  await expect(page.getByRole('heading', { name: '开列名单', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: '开列名单' }).click();
  await expect(page.getByText('名单已开列')).toBeVisible();
  for (const [at, size] of ['120', '110'].entries()) {
    const child = CHILDREN[at] ?? '';
    await hydrated(page);
    const source = page.getByLabel(/^物资/);
    const option = source.getByRole('option', { name: new RegExp(`${COAT} ${size}`) });
    await source.selectOption((await option.getAttribute('value')) ?? '');
    await page.getByLabel(new RegExp(`^${child}`)).check();
    await page.getByRole('button', { name: '加入名单' }).click();
    await expect(page.getByRole('heading', { name: child, level: 2 })).toBeVisible();
  }
  return new URL(page.url()).pathname;
}

function lineOf(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, level: 2 }) });
}

/** One signs with the mouse, one has it fetched by a relative. */
export async function signBoth(page: Page): Promise<void> {
  const [first, second] = [lineOf(page, CHILDREN[0]), lineOf(page, CHILDREN[1])];
  await first.getByText('签收', { exact: false }).first().click();
  await drawSignature(page, first);
  await first.getByRole('button', { name: '确认签收' }).click();
  await expect(page.getByText('已签收入账。')).toBeVisible();
  await expect(first.getByText('已领完')).toBeVisible();
  await expect(first.getByText(`${CHILDREN[0]}的签名`)).toBeAttached();

  await hydrated(page);
  await second.getByText('签收', { exact: false }).first().click();
  await second.getByLabel('代领', { exact: true }).check();
  await second.getByLabel('不便手写时').fill(PROXY);
  await second.getByRole('button', { name: '确认签收' }).click();
  // A proxy without a name: asked for, in an open form.
  await expect(second.getByText('代领的，要写代领人姓名。').first()).toBeVisible();
  await second.getByLabel('代领人姓名').fill(PROXY);
  await second.getByLabel('与受助人关系').selectOption({ label: '亲属' });
  await second.getByRole('button', { name: '确认签收' }).click();
  await expect(second.getByText(`${PROXY}代领（亲属）`)).toBeVisible();
  await expect(second.getByText('已领完')).toBeVisible();
}

export async function drawSignature(page: Page, line: Locator): Promise<void> {
  const pad = line.locator('svg[viewBox="0 0 1000 400"]').last();
  await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no box to sign in');
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 90, { steps: 5 });
  await page.mouse.move(box.x + 220, box.y + 50, { steps: 5 });
  await page.mouse.up();
}

/** The second coat was the wrong one: it goes back to the centre. */
export async function undoSecond(page: Page): Promise<void> {
  const second = lineOf(page, CHILDREN[1]);
  await second.getByText('冲正', { exact: true }).first().click();
  await second.getByLabel('冲正原因').selectOption({ label: '发错物资' });
  await second.getByRole('button', { name: '冲正' }).click();
  await expect(page.getByText('已冲正，物资退回活动中心。')).toBeVisible();
  await expect(second.getByText('未领 1')).toBeVisible();
  await expect(second.getByText('已冲正', { exact: true })).toBeVisible();
}

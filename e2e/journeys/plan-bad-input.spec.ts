import { expect, test, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { draftPlan, setPlanStage, signedIn, type PlanStage } from '../support/plan-pages';
import { hydrated, openWatched, shoot, visit } from '../support/portal';

/** Weights that are no weights, nothing to give, nothing needed: a clear sentence, and no plan is begun. */
let stage: PlanStage;

test.beforeAll(async () => {
  test.setTimeout(150_000);
  stage = await setPlanStage();
  const { plans } = stage;
  await plans.need('guihua', 'skipping_rope', 20);
  await plans.stock('skipping_rope', 10);
  // Needed and not there; there and not needed.
  await plans.need('maojia', 'school_bag', 20);
  await plans.stock('basketball', 20);
});
test.afterEach(() => expect(stage.failures).toEqual([]));
test.afterAll(() => stage.close());
test.setTimeout(150_000);

const countPlans = async () => {
  const [row] = await stage.db.$client<{ count: number }[]>`
    select count(*)::int as count from allocation_plan`;
  return row?.count;
};

const URGENCY = ['一般', '紧急', '特急'];
const GROUPS = ['儿童', '老人', '妇女'];
const field = (page: Page, label: string) => page.getByRole('textbox', { name: label });

const wrong: [string, Record<string, string>, string][] = [
  ['negative', { 紧急: '-1' }, '请填 0 到 100 之间的数'],
  ['not a number', { 紧急: 'NaN' }, '请填写阿拉伯数字'],
  ['without end', { 紧急: 'Infinity' }, '请填写阿拉伯数字'],
  ['too large', { 紧急: '1e9' }, '请填写阿拉伯数字'],
  ['beyond all roads', { 运输代价: '11' }, '请填 0 到 10 之间的数'],
  ['more than all', { 公平底线: '101' }, '请填 0 到 100 之间的数'],
  ['empty', { 特急: '' }, '这一项必须填写'],
  ['all zero', Object.fromEntries(URGENCY.map((one) => [one, '0'])), '权重不能全是 0'],
  ['zero for every group', Object.fromEntries(GROUPS.map((one) => [one, '0'])), '权重不能全是 0'],
];

test('weights that are no weights are told one by one, and what was typed stays', async ({
  browser,
}) => {
  const page = await signedIn(browser, stage, 'officer');
  const before = await countPlans();
  for (const [what, typed, sentence] of wrong) {
    await test.step(what, async () => {
      await visit(page, paths.newPlan);
      await page.getByRole('checkbox', { name: '跳绳', exact: true }).check();
      for (const [label, value] of Object.entries(typed)) await field(page, label).fill(value);
      await page.getByRole('button', { name: '起草并测算' }).click();
      await expect(page.getByRole('alert')).toContainText(sentence);
      for (const [label, value] of Object.entries(typed)) {
        await expect(field(page, label)).toHaveValue(value);
      }
      await expect(page.getByRole('checkbox', { name: '跳绳', exact: true })).toBeChecked();
    });
  }
  await shoot(page, 'plan-refused');
  expect(await countPlans()).toBe(before);
});

test('without scripts refused weights are told too, and what was typed stays', async ({
  browser,
}) => {
  const signed = await signedIn(browser, stage, 'officer');
  const storageState = await signed.context().storageState();
  const options = { javaScriptEnabled: false, storageState };
  const page = await openWatched(browser, stage.origin, stage.failures, options);
  const before = await countPlans();
  await page.goto(paths.newPlan);
  await page.getByRole('checkbox', { name: '跳绳', exact: true }).check();
  await field(page, '紧急').fill('-1');
  await field(page, '特急').fill('7');
  await page.getByRole('button', { name: '起草并测算' }).click();
  await expect(page.getByRole('alert')).toContainText('请填 0 到 100 之间的数');
  await expect(field(page, '紧急')).toHaveValue('-1');
  await expect(field(page, '特急')).toHaveValue('7');
  await expect(page.getByRole('checkbox', { name: '跳绳', exact: true })).toBeChecked();
  expect(await countPlans()).toBe(before);
});

test('without goods, or without needs, no plan is begun, and it is said what to do', async ({
  browser,
}) => {
  const page = await signedIn(browser, stage, 'officer');
  const before = await countPlans();
  await visit(page, paths.newPlan);
  await page.getByRole('checkbox', { name: '书包', exact: true }).check();
  await page.getByRole('button', { name: '起草并测算' }).click();
  await expect(page.getByRole('alert')).toContainText('没有可用库存，也没有待到货的认捐');
  // Nobody needs a basketball, so none is offered; a county without needs is told so.
  await expect(page.getByRole('checkbox', { name: '篮球', exact: true })).toHaveCount(0);
  await page.getByRole('checkbox', { name: '书包', exact: true }).uncheck();
  await page.getByLabel('地区').selectOption({ label: '八步区' });
  await page.getByRole('button', { name: '起草并测算' }).click();
  await expect(page.getByRole('alert')).toContainText('没有已批准、还没满足的需求');
  await expect(page.getByLabel('地区').locator('option:checked')).toHaveText('八步区');
  expect(await countPlans()).toBe(before);
});

test('a what-if of nonsense is told so, and a sound one answers beside the plan', async ({
  browser,
}) => {
  const page = await signedIn(browser, stage, 'officer');
  const address = await draftPlan(page, ['跳绳']);
  await page.getByRole('link', { name: '假如' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '假如' })).toBeVisible();
  await hydrated(page);
  await page.getByLabel('物资').selectOption({ label: '跳绳' });
  await page.getByLabel('送到').selectOption({ label: stage.plans.depotName });
  await page.getByLabel('数量').fill('-5');
  await page.getByRole('button', { name: '试算' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('数量')).toHaveValue('-5');
  await page.getByLabel('数量').fill('6');
  await page.getByRole('button', { name: '试算' }).click();
  await expect(page.getByRole('table', { name: '试算结果' })).toBeVisible();
  const differs = page.getByRole('table', { name: /^分得不一样的需求/ });
  await expect(differs.getByRole('row', { name: /桂花村/ })).toContainText('10 根');
  await expect(differs.getByRole('row', { name: /桂花村/ })).toContainText('16 根');
  await shoot(page, 'plan-what-if');
  await visit(page, address);
  await expect(page.getByRole('table', { name: '逐项结果' })).toContainText('10 根');
});

import { expect, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { visit } from './portal';
import { chooseDivision } from './division-field';

/** What the smaller action calls its people and places. Nobody here exists; the village does. */
export const PASSWORD = 'nuan qiao small action';

export interface Party {
  kind: string;
  name: string;
  creditCode?: string;
  /** As it is typed, and what the list then offers. */
  division: { typed: string; offered: string };
  /** Where its goods lie, when it keeps any. */
  place?: string;
  role: string;
  person: string;
  userName: string;
  phone: string;
}

const hezhou = { typed: '贺州市', offered: '贺州市' };
export const parties = {
  foundation: {
    kind: '捐赠方',
    name: '岭南暖心基金会',
    creditCode: '53459900MJ0000001M',
    division: { typed: '肇庆市', offered: '肇庆市' },
    role: '捐赠方工作人员',
    person: '梁启明',
    userName: 'liang.qiming',
    phone: '14000000011',
  },
  depot: {
    kind: '储备中心',
    name: '贺州储备仓',
    creditCode: '12459900MB0000011F',
    division: { typed: '八步区', offered: '八步区' },
    place: '贺州一号库',
    role: '仓库管理员',
    person: '莫建国',
    userName: 'mo.jianguo',
    phone: '14000000012',
  },
  bureau: {
    kind: '民政局',
    name: '贺州市民政局',
    creditCode: '11459900MB0000012M',
    division: hezhou,
    role: '民政局经办人',
    person: '黎素芬',
    userName: 'li.sufen',
    phone: '14000000013',
  },
  centre: {
    kind: '活动中心',
    name: '北莱村活动中心',
    division: { typed: '北莱', offered: '黄姚镇 北莱村委会' },
    place: '北莱村活动中心',
    role: '活动中心协调员',
    person: '韦秋菊',
    userName: 'wei.qiuju',
    phone: '14000000014',
  },
} as const satisfies Record<string, Party>;
export type PartyName = keyof typeof parties;

export async function setUp(page: Page, link: string): Promise<void> {
  await visit(page, link);
  await expect(page.getByRole('heading', { name: '首次设置' })).toBeVisible();
  await page.getByLabel('单位名称').fill('贺州市慈善总会');
  await chooseDivision(page, '所在区划', hezhou.typed, hezhou.offered);
  await fillAccount(page, { person: '周管理', phone: '14000000010', userName: 'zhou.guanli' });
  await page.getByRole('button', { name: '完成设置' }).press('Enter');
  await expect(page.getByRole('heading', { name: '用户', level: 1 })).toBeVisible();
  await expect(page.getByRole('row', { name: /周管理/ })).toContainText('系统管理员');
}

async function fillAccount(
  page: Page,
  about: Pick<Party, 'person' | 'phone' | 'userName'>,
): Promise<void> {
  await page.getByLabel('姓名').fill(about.person);
  await page.getByLabel('手机号').fill(about.phone);
  await page.getByLabel('用户名').fill(about.userName);
  await page.getByLabel('设置密码').fill(PASSWORD);
  await page.getByLabel('再输一次密码').fill(PASSWORD);
}

export async function registerParty(page: Page, party: Party): Promise<void> {
  await visit(page, paths.organisations);
  await page.getByRole('link', { name: '登记机构' }).first().click();
  await expect(page.getByRole('heading', { name: '登记机构', level: 1 })).toBeVisible();
  await page.getByLabel('类别').selectOption({ label: party.kind });
  await page.getByRole('textbox', { name: /^名称/ }).fill(party.name);
  if (party.creditCode) await page.getByLabel('统一社会信用代码').fill(party.creditCode);
  await chooseDivision(page, '区划', party.division.typed, party.division.offered);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: party.name, level: 1 })).toBeVisible();
  if (party.creditCode) await expect(page.getByText(party.creditCode)).toBeVisible();
  if (!party.place) return;
  await page.getByRole('link', { name: '登记地点' }).click();
  await expect(page.getByRole('heading', { name: '登记地点', level: 1 })).toBeVisible();
  await page.getByLabel('地点名称').fill(party.place);
  // The organisation's own division stands there already.
  await expect(page.getByLabel('区划')).toHaveValue(new RegExp(party.division.offered));
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存。')).toBeVisible();
  await expect(page.getByRole('heading', { name: party.place, level: 2 })).toBeVisible();
}

/** The link by which the invited makes an account; the page shows it once. */
export async function invite(page: Page, party: Party): Promise<string> {
  await visit(page, paths.people);
  await page.getByRole('link', { name: '邀请用户' }).first().click();
  await expect(page.getByRole('heading', { name: '邀请用户', level: 1 })).toBeVisible();
  await page.getByLabel('机构').selectOption({ label: party.name });
  await page.getByLabel('职责').selectOption({ label: party.role });
  await page.getByLabel('对方姓名').fill(party.person);
  await page.getByLabel('对方手机号').fill(party.phone);
  await page.getByRole('button', { name: '生成邀请链接' }).click();
  await expect(page.getByText('链接只显示这一次')).toBeVisible();
  const link = await page.getByLabel('邀请链接').inputValue();
  await visit(page, paths.people);
  await expect(page.getByText(party.person)).toBeVisible();
  expect(await page.content()).not.toContain(link);
  return link;
}

export async function accept(page: Page, link: string, party: Party): Promise<void> {
  await visit(page, link);
  const main = page.getByRole('main');
  await expect(main.getByText(party.name)).toBeVisible();
  await expect(main.getByText(party.role)).toBeVisible();
  // The administrator typed these two; the invited finds them filled in.
  await expect(page.getByLabel('姓名')).toHaveValue(party.person);
  await expect(page.getByLabel('手机号')).toHaveValue(party.phone);
  await fillAccount(page, party);
  await page.getByRole('button', { name: '接受邀请并登录' }).click();
  await expect(page.getByRole('heading', { name: `${party.person}，您好` })).toBeVisible();
}

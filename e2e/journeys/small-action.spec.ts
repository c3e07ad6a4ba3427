import { expect, test, type Browser, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { shoot, startPortal, visit, type Portal } from '../support/portal';
import {
  accept,
  invite,
  parties,
  registerParty,
  setUp,
  type Party,
  type PartyName,
} from '../support/small-action';
import { acceptPledge, countIn, pledge } from '../support/small-action-goods';
import { allocateAll, approve, ask } from '../support/small-action-needs';
import { dispatch, packBox, receiveTwice } from '../support/small-action-road';
import { addUp, followPublicly } from '../support/small-action-trace';
import {
  CHILDREN,
  ELDER,
  openBox,
  openList,
  registerFamily,
  signBoth,
  undoSecond,
} from '../support/small-action-village';

/** One small action from an empty database to the public trace, each person in a browser of their own. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

const phone = { viewport: { width: 390, height: 844 } };
const everyone = Object.entries(parties) as [PartyName, Party][];

let portal: Portal;
const pages = {} as Record<PartyName, Page>;
/** What one test leaves for the next: addresses and codes, as the pages showed them. */
const left = { donation: '', donationCode: '', boxCode: '', shipment: '' };

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startPortal();
});
test.afterEach(() => expect(portal.failures).toEqual([]));
test.afterAll(() => portal.close());

test('the administrator sets up the portal, registers everyone and invites them', async ({
  browser,
}) => {
  const page = await portal.open(browser);
  await setUp(page, portal.setupLink);
  // The link is spent.
  expect((await page.request.get(portal.setupLink)).status()).toBe(410);

  for (const [, party] of everyone) await registerParty(page, party);
  // The centre's page is still open: it runs a programme for children.
  await page.getByLabel('服务对象').selectOption({ label: '儿童' });
  await page.getByLabel('项目名称').fill('留守儿童之家');
  await page.getByRole('button', { name: '开办项目' }).click();
  await expect(page.getByText('留守儿童之家')).toBeVisible();
  await shoot(page, 'centre');
  for (const [name, party] of everyone) await welcome(browser, page, name, party);
  await visit(page, paths.people);
  for (const [, { person, role }] of everyone) {
    await expect(page.getByRole('row', { name: new RegExp(person) })).toContainText(role);
  }
  await shoot(page, 'people');
});

/** Invites one person, who accepts in a browser of their own: the coordinator's is a phone. */
async function welcome(browser: Browser, administrator: Page, name: PartyName, party: Party) {
  const link = await invite(administrator, party);
  const own = await portal.open(browser, name === 'centre' ? phone : {});
  await accept(own, link, party);
  expect((await own.request.get(link)).status()).toBe(410);
  await shoot(own, `home-${name}`);
  pages[name] = own;
}

test('the foundation pledges, the depot accepts and counts in one coat fewer', async () => {
  const { path, code } = await pledge(pages.foundation);
  left.donation = path;
  left.donationCode = code;
  await acceptPledge(pages.depot, code);
  await countIn(pages.depot, code);
  await shoot(pages.depot, 'counted');
  await visit(pages.depot, paths.stock);
  const five = pages.depot.getByRole('row', { name: /儿童棉衣套装/ }).filter({ hasText: '130' });
  await expect(five).toContainText('5 套');
  await shoot(pages.depot, 'stock');
});

test('the centre asks, the bureau cuts one line and allocates by the suggestion', async () => {
  const request = await ask(pages.centre);
  await approve(pages.bureau);
  await shoot(pages.bureau, 'approved');
  await allocateAll(pages.bureau);
  await visit(pages.centre, request);
  const rice = pages.centre.getByRole('row', { name: /大米/ });
  await expect(rice).toContainText('4 袋（10公斤）');
  await shoot(pages.centre, 'held-for');
});

test('the depot packs a box and sends it, the centre receives it in two goes', async () => {
  left.boxCode = await packBox(pages.depot);
  left.shipment = await dispatch(pages.depot, left.boxCode);
  await shoot(pages.depot, 'dispatched');
  await receiveTwice(pages.centre, left.shipment);
  await shoot(pages.centre, 'received');
});

test('the centre registers a household and hands out by signature and by proxy', async () => {
  await registerFamily(pages.centre);
  await shoot(pages.centre, 'family');
  const handout = await openList(pages.centre);
  await shoot(pages.centre, 'list');
  await openBox(pages.centre, handout, left.boxCode);
  await signBoth(pages.centre);
  await shoot(pages.centre, 'signed');
  await undoSecond(pages.centre);
});

test('anyone follows the donation and the box, and the donor’s figures add up', async ({
  browser,
}) => {
  const anyone = await portal.open(browser, phone);
  for (const code of [left.donationCode, left.boxCode]) {
    await followPublicly(anyone, code);
    await shoot(anyone, `trace-${code.slice(0, 1)}`);
  }
  await visit(anyone, paths.traceOf(left.donationCode));
  await expect(anyone.getByRole('listitem').filter({ hasText: '大米' })).toContainText('50 公斤');
  const [coats, rice] = await addUp(pages.foundation, left.donation);
  await shoot(pages.foundation, 'figures');
  expect(coats).toMatchObject({ 认捐: 20, 已收到: 19, 在库: 7, 在活动中心: 11, 已发放: 1 });
  // Kilograms: one bag stayed at the depot, four are in the village.
  expect(rice).toMatchObject({ 认捐: 50, 已收到: 50, 在库: 10, 在活动中心: 40, 已发放: 0 });
  const seen = await pages.foundation.content();
  for (const name of [ELDER, ...CHILDREN]) expect(seen).not.toContain(name);
});

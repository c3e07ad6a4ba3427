import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { TEST_PASSWORD } from '~db/testing/people.server';
import { pledgeDonation } from '~/commands/pledge-donation.server';
import { paths } from '~/paths';
import { openContext } from './support/cast';
import { bringGloves } from './support/stage-goods';
import { setStage, type Stage } from './support/stage';

let stage: Stage;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  stage = await setStage();
});
test.afterAll(() => stage.close());

async function signIn(page: Page, userName: string): Promise<void> {
  await page.goto(stage.origin + paths.signIn);
  await page.getByLabel('用户名或手机号').fill(userName);
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => url.pathname !== paths.signIn);
}

const organisationsNamed = (name: string) =>
  stage.db.$client`select id from organisation where name = ${name}`;

/** The form as the page draws it for this person: its hidden fields. */
async function envelopeOf(context: APIRequestContext, address: string) {
  const page = await (await context.get(address)).text();
  const field = (name: string) =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '';
  return { _membership: field('_membership'), _key: field('_key') };
}
/** A centre needs no credit code. */
const organisation = (name: string) => ({ kind: 'centre', name, divisionCode: '451121100201' });

test('a session that ends in the middle of a form takes nothing of what was typed', async ({
  page,
}) => {
  await signIn(page, 'administrator');
  await page.goto(stage.origin + paths.registerOrganisation);
  await page.getByRole('textbox', { name: /^名称/ }).fill('半途基金会');
  await page.getByRole('textbox', { name: '地址' }).fill('先烈中路 1 号');
  // The browser's own session is the newest.
  await stage.db.$client`
    delete from auth_session where id = (select id from auth_session order by created_at desc limit 1)`;
  await page.getByRole('button', { name: '保存' }).click();

  await expect(page.getByText('您填写的内容都还在')).toBeVisible();
  expect(await organisationsNamed('半途基金会')).toHaveLength(0);
  await page.getByLabel('用户名或手机号').fill('administrator');
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('textbox', { name: /^名称/ })).toHaveValue('半途基金会');
  await expect(page.getByRole('textbox', { name: '地址' })).toHaveValue('先烈中路 1 号');
});

test('a forged membership, role or organisation in a form changes nothing', async () => {
  const { administrator, foundation } = stage.cast.as;
  const { world } = stage.cast;
  const address = paths.registerOrganisation;
  const own = await envelopeOf(administrator, address);
  expect(own).toMatchObject({ _membership: world.administrator.membershipId });

  const forgeries: [APIRequestContext, Record<string, string>][] = [
    // Another's membership, one's own role dressed up, and one's own membership at an action beyond the role.
    [foundation, own],
    [
      foundation,
      { ...own, role: 'administrator', organisationId: world.administrator.organisationId },
    ],
    [
      foundation,
      { _membership: world.foundation.membershipId, _key: randomUUID(), role: 'administrator' },
    ],
    [administrator, { ...own, _membership: world.foundation.membershipId }],
    [administrator, { ...own, _membership: randomUUID() }],
    [administrator, { ...own, _key: 'not a key' }],
  ];
  for (const [context, forged] of forgeries) {
    const answer = await context.post(address, {
      form: { ...organisation('伪造基金会'), ...forged },
      maxRedirects: 0,
    });
    expect([403, 422]).toContain(answer.status());
    expect(await organisationsNamed('伪造基金会')).toHaveLength(0);
  }
  const honest = { ...organisation('诚实基金会'), ...own };
  expect((await administrator.post(address, { form: honest, maxRedirects: 0 })).status()).toBe(302);
  expect(await organisationsNamed('诚实基金会')).toHaveLength(1);
});

test('the same form from a second tab has effect once', async () => {
  const { administrator } = stage.cast.as;
  const address = paths.registerOrganisation;
  const form = { ...organisation('两次基金会'), ...(await envelopeOf(administrator, address)) };
  const send = () => administrator.post(address, { form, maxRedirects: 0 });
  const [first, second] = await Promise.all([send(), send()]);
  expect([first.status(), second.status()]).toEqual([302, 302]);
  expect(first.headers().location).toBe(second.headers().location);
  expect(await organisationsNamed('两次基金会')).toHaveLength(1);
});

test('another foundation’s donation by its address looks like none', async () => {
  const { world, as } = stage.cast;
  const pledged = await pledgeDonation(
    stage.env,
    { actor: world.foundation, key: randomUUID() },
    {
      placeId: world.depotPlaceId,
      campaignId: undefined,
      deliverOn: undefined,
      donorNameShown: true,
      governmentDoneeConfirmed: false,
      lines: [
        {
          itemId: world.item('gloves'),
          itemCode: 'gloves',
          size: '',
          quantity: 100,
          unitCode: 'piece',
          value: { basis: 'invoice', lowFen: 100, highFen: 100 },
          producedOn: undefined,
          bestBefore: undefined,
          restriction: { divisionCode: undefined, group: undefined, purpose: undefined },
        },
      ],
    },
  );
  if (!pledged.ok) throw new Error(pledged.error.code);
  const address = paths.donation(pledged.value.donationId);
  expect((await as.foundation.get(address)).status()).toBe(200);
  for (const foreign of [as.otherFoundation, as.centre]) {
    const answer = await foreign.get(address);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain('没有找到这条记录');
    expect((await foreign.get(`${address}.data`)).status()).toBe(404);
  }
});

test('an outdated form that ends a donation comes back with its reason and note, without scripts too', async () => {
  const { donationId } = await bringGloves(stage, 5);
  const { depot } = stage.cast.as;
  const address = paths.donation(donationId);
  const typed = { reason: 'no_longer_needed', note: '村里已经有了' };
  const form = { ...(await envelopeOf(depot, address)), ...typed, _intent: 'close', _version: '1' };
  const answer = await depot.post(address, { form, maxRedirects: 0 });
  expect(answer.status()).toBe(409);
  const drawn = (await answer.text()).replace(/<script.*?<\/script>/gs, '');
  expect(drawn).toMatch(/<textarea[^>]*name="note"[^>]*>村里已经有了<\/textarea>/);
  expect(drawn).toMatch(
    /<option[^>]*selected=""[^>]*value="no_longer_needed"|<option[^>]*value="no_longer_needed"[^>]*selected/,
  );
});

test('a programme that cannot be opened comes back with its name, without scripts too', async () => {
  const { centre, centrePlaceId } = stage.cast.world;
  const address = paths.organisation(centre.organisationId);
  const envelope = await envelopeOf(stage.cast.as.centre, address);
  const typed = { placeId: centrePlaceId, group: '', name: '周末书法班' };
  const form = { ...envelope, ...typed, _intent: 'open-programme' };
  const answer = await stage.cast.as.centre.post(address, { form, maxRedirects: 0 });
  expect(answer.status()).toBe(422);
  const drawn = (await answer.text()).replace(/<script.*?<\/script>/gs, '');
  expect(drawn).toMatch(/<input[^>]*name="name"[^>]*value="周末书法班"/);
  expect(drawn).toMatch(/<select[^>]*name="group"[^>]*aria-invalid="true"/);
});

test('a body larger than any form of ours is refused whole', async () => {
  const { administrator } = stage.cast.as;
  const form = { ...organisation('巨大基金会'), address: '长'.repeat(800_000) };
  const answer = await administrator.post(paths.registerOrganisation, { form, maxRedirects: 0 });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain('没有保存');
  expect(await organisationsNamed('巨大基金会')).toHaveLength(0);
});

test('a field whose name asks for millions of entries is refused, signed in or not', async () => {
  const { as } = stage.cast;
  const nobody = await openContext(stage.origin);
  const form = { 'name[4000000000]': 'x', 'lines[4000000000].quantity': '1' };
  for (const context of [nobody, as.foundation]) {
    for (const address of [paths.signIn, paths.setup('x'), paths.language, paths.newDonation]) {
      const answer = await context.post(address, { form, maxRedirects: 0 });
      expect([401, 413], address).toContain(answer.status());
    }
  }
  expect((await nobody.get(paths.signIn)).status()).toBe(200);
  await nobody.dispose();
});

test('a body that does not say its length is not read at all', async () => {
  const stream = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('name=x'));
      controller.close();
    },
  });
  const answer = await fetch(stage.origin + paths.signIn, {
    method: 'POST',
    headers: { Origin: stage.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: stream,
    duplex: 'half',
  });
  expect(answer.status).toBe(411);
});

const unreadable = ['%00', '%01%02', '%E0%A4', '%', encodeURIComponent('长'.repeat(300))];

test('an address that no text stands in is answered on a page of the portal', async () => {
  const { bureau } = stage.cast.as;
  for (const piece of unreadable) {
    for (const address of [
      `${paths.map}?division=${piece}`,
      `${paths.publicMap}?county=${piece}`,
      `/t/${piece}`,
      `/donations/${piece}/map`,
      `/${piece}`,
    ]) {
      const answer = await fetch(stage.origin + address);
      const page = await answer.text();
      expect([200, 404], address).toContain(answer.status);
      expect(page, address).toContain('<html lang="zh-CN"');
      expect(page, address).toMatch(/<h1[^>]*>[^<]*\p{Script=Han}/u);
    }
    const map = await (await bureau.get(`${paths.map}?division=${piece}`)).text();
    expect(map).toContain('没有找到这个地方');
    const offers = await bureau.get(`${paths.divisions}?text=${piece}`);
    expect(await offers.json()).toMatchObject({ choices: [] });
  }
});

test('an address longer than any of ours is told so', async () => {
  const answer = await fetch(`${stage.origin}${paths.map}?division=${'4'.repeat(20_000)}`);
  expect(answer.status).toBe(431);
  expect(await answer.text()).toContain('这个网址太长');
});

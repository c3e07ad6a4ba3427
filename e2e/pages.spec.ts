import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { roles } from '~/domain/actor';
import { startAccessPortal, type AccessPortal } from './support/access-portal';
import type { AccessWorld } from './support/access-world';
import { addressOf, manifest, type Handler } from './support/manifest';
import { Visitor } from './support/visitor';

const WIDTHS = [390, 1440];

let portal: AccessPortal;
let world: AccessWorld;
let pages: Handler[];
let origin: string;
let visitors: Visitor[];

test.describe.configure({ timeout: 600_000 });

test.beforeAll(async () => {
  portal = await startAccessPortal();
  ({ world, origin } = portal);
  pages = (await manifest()).filter((handler) => handler.page);
  visitors = [new Visitor(origin)];
  for (const role of roles) {
    const { login, actor } = world.insiders[role];
    visitors.push(await Visitor.signIn(origin, login, actor));
  }
});

test.afterAll(() => portal.close());

/** The first who is shown the page: the public, else the first role that may. */
async function readerOf(address: string): Promise<Visitor | undefined> {
  for (const visitor of visitors) if ((await visitor.get(address)).status === 200) return visitor;
  return undefined;
}

test('every page is accessible (axe), fits its width, and has its picture', async ({ browser }) => {
  const wrong: string[] = [];
  for (const { pattern } of pages) {
    const address = addressOf(pattern, world.params);
    const reader = await readerOf(address);
    if (!reader) continue;
    for (const width of WIDTHS) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: 'zh-CN',
        extraHTTPHeaders: reader.cookie ? { Cookie: reader.cookie } : {},
      });
      const page = await context.newPage();
      await page.goto(origin + address);
      const name = pattern.replace(/[/:]+/g, '-').replace(/^-|-$/g, '') || 'home';
      await page.screenshot({ path: `screenshots/${name}-${width}.png`, fullPage: true });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) wrong.push(`${pattern} at ${width} is ${wide} px too wide`);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      for (const { id, nodes } of violations)
        wrong.push(`${pattern} at ${width}: ${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`);
      await context.close();
    }
  }
  expect(wrong).toEqual([]);
});

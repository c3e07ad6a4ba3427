import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it, vi } from 'vitest';
import type { PlanFigures } from '~/domain/allocation/plan-figures';
import { i18nFor } from '~/i18n/i18n.server';
import { PlanFiguresTable, type FiguresColumn, type LeastShown } from './plan-figures';

vi.mock('@remix-run/react', () => ({
  // No router stands around a table that is drawn alone.
  Link: ({ to, children }: { to: string; children: ComponentProps<'a'>['children'] }) => (
    <a href={to}>{children}</a>
  ),
  useSearchParams: () => [new URLSearchParams()],
}));

const fairness = (gini: number, maxDeviation: number, zeroFill: number) => {
  return { gini, maxDeviation, zeroFill };
};
const figures: PlanFigures = {
  value: 41.26,
  tonneKm: 12.34,
  trips: 7,
  before: fairness(0.512, 0.31, 0.6),
  after: fairness(0.125, 0.22, 0.05),
  byCounty: [],
  byGroup: [],
  byCentre: [],
};
const need = { requestId: 'r1', placeName: '桂花村活动中心', item: undefined, size: '120' };
const column = (key: string, least?: LeastShown): FiguresColumn => {
  return { key, header: `方案${key}`, figures, level: 0.333, least };
};

/** The texts of each row's cells, by the row's heading. */
function rows(columns: FiguresColumn[], withBefore = false): Record<string, string[]> {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor('zh-CN')}>
      <PlanFiguresTable caption="总体情况" columns={columns} withBefore={withBefore} />
    </I18nextProvider>,
  );
  const drawn = [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
  return Object.fromEntries(drawn.map(([heading = '', ...cells]) => [heading, cells]));
}

it('tells each figure of a plan, and how it was before', () => {
  const drawn = rows([column('A')], true);
  expect(drawn).toMatchObject({
    人人可达到的满足率: ['–', '33.3%'],
    一点没有的需求: ['60%', '5%'],
    '基尼系数（0 为完全均等）': ['0.512', '0.125'],
    '方案价值（折合满足人数）': ['–', '41.3'],
    吨公里: ['–', '12.3'],
  });
  expect(Object.values(drawn)).toContainEqual(['31%', '22%']);
  expect(Object.values(drawn)).toContainEqual(['–', '7']);
});

it.each<[string, LeastShown, string]>([
  ['more', { share: 0.456, others: 0 }, '45.6% 比“方案A”多 5.6 个百分点'],
  ['less', { share: 0.25, others: 0 }, '25% 比“方案A”少 15 个百分点'],
  ['as much', { share: 0.4001, others: 2 }, '40% 还有 2 项同样少 与“方案A”相同'],
  ['all, so that it needs no name', { share: 1, others: 3, need }, '100% 比“方案A”多 60 个百分点'],
])('says of who is worst off that it has %s', (_, least, text) => {
  const drawn = rows([column('A', { share: 0.4, others: 0, need }), column('B', least)]);
  expect(drawn['满足最少的需求']).toEqual(['40% 桂花村活动中心 120', text]);
});

it('speaks of nobody where no answer tells who is worst off, and leaves one blank that does not', () => {
  expect(rows([column('A'), column('B')])).not.toHaveProperty('满足最少的需求');
  const drawn = rows([column('A'), column('B', { share: 0.4, others: 0 })]);
  expect(drawn['满足最少的需求']).toEqual(['–', '40%']);
});

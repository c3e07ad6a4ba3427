import { expect, it } from 'vitest';
import { someNeed, someProblem, someSupply } from '../../../bench/allocation/small';
import { planFigures } from '~/domain/allocation/figures';
import { needRows, readNeedFilter } from './need-rows.server';

const county = (divisionCode: string) => ({ use: { divisionCode, group: 'children' as const } });
const needs = [
  someNeed('half', county('451121101202')),
  someNeed('none', county('451123104204')),
  someNeed('all', { itemId: 'quilt', ...county('451121101202') }),
  someNeed('had', { receivedBefore: 8, quantity: 2, ...county('451123104204') }),
];
const supplies = [someSupply('s'), someSupply('q', { itemId: 'quilt', lotId: null })];
const line = (id: string, requestLineId: string, supplyId: string, quantity: number) => ({
  id,
  requestLineId,
  supplyId,
  quantity,
  donationLineId: '',
  lotId: supplyId === 'q' ? null : 's',
  placeId: 'depot',
  larger: false,
  km: 375,
});
const lines = [line('1', 'half', 's', 2), line('2', 'half', 's', 3), line('3', 'all', 'q', 10)];
const why = [{ code: 'has_all' as const, facts: {} }];
const answer = {
  figures: planFigures(someProblem(needs, supplies), []),
  level: 0,
  bound: 0,
  needs: [],
  reasons: [{ needId: 'half', reasons: why }],
  lineReasons: [{ needId: 'all', supplyId: 'q', reasons: why }],
};

function shown(search: string, before?: Map<string, number>) {
  const filter = readNeedFilter(new URLSearchParams(search));
  const { rows, total } = needRows({ answer, needs, supplies, lines, before }, filter);
  expect(total).toBe(rows.length);
  return rows;
}
const ids = (search: string, before?: Map<string, number>) =>
  shown(search, before).map((row) => row.id);

it('puts who is worst served first, what it had before included', () => {
  expect(ids('')).toEqual(['none', 'half', 'had', 'all']);
  expect(shown('').map((row) => row.fill)).toEqual([0, 0.5, 0.8, 1]);
});

it.each([
  ['item=quilt', ['all']],
  ['county=451123', ['none', 'had']],
  ['show=unmet', ['none', 'half', 'had']],
  ['show=changed', ['none', 'all']],
  ['show=nonsense&item=&county=', ['none', 'half', 'had', 'all']],
])('shows of %s', (search, expected) => {
  const before = new Map([
    ['half', 5],
    ['none', 1],
  ]);
  expect(ids(search, before)).toEqual(expected);
});

it('joins lines and reasons to their need', () => {
  const [none, half, , all] = shown('');
  expect([none?.lines, none?.reasons, none?.givenBefore]).toEqual([[], [], undefined]);
  expect([half?.given, half?.lines.length, half?.reasons]).toEqual([5, 2, why]);
  expect(all?.lines[0]).toMatchObject({ isPledge: true, quantity: 10, km: 375, reasons: why });
  expect(half?.lines[0]).toMatchObject({ isPledge: false, reasons: [] });
});

it('gives one page at a time, and all in number', () => {
  const many = Array.from({ length: 40 }, (_, at) => someNeed(`n${String(at).padStart(2, '0')}`));
  const page = (search: string) =>
    needRows(
      { answer, needs: many, supplies, lines: [], before: undefined },
      readNeedFilter(new URLSearchParams(search)),
    );
  expect([page('').rows.length, page('').total]).toEqual([30, 40]);
  expect(page('page=2').rows.map((row) => row.id)).toEqual(many.slice(30).map((need) => need.id));
  expect(page('page=9').rows).toEqual([]);
});

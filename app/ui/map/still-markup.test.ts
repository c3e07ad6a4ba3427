import { expect, it } from 'vitest';
import type { CentreMark, MapAnswer } from '~/domain/map';
import { fitWindow, windowAround } from '~/domain/map/map-window';
import { stillMarkup } from './still-markup';

const middle = { longitude: 111.5, latitude: 24.4 };
const centre: CentreMark = {
  kind: 'centre',
  id: 'a',
  name: '中心',
  ...middle,
  precision: 'pinned',
  persons: 0,
  fill: 40,
  onTheRoad: false,
  reached: false,
};
const answer: MapAnswer = {
  perspective: 'need',
  marks: [centre],
  depots: [{ id: 'd', name: '<b>"库"&', ...middle, lots: 1 }],
  roads: [],
  areas: [],
  notes: [],
};
const still = (href?: string) =>
  stillMarkup({ answer, window: windowAround(middle, 9), inside: String, hrefOf: () => href });

it('draws a mark where its point is: in the middle of a window around it, with its own radius back', () => {
  expect(still()).toContain('left:calc(50% + 0px*var(--k) + -12px)');
  const east = stillMarkup({
    answer,
    window: windowAround({ ...middle, longitude: 111.5 - (360 / (256 * 2 ** 9)) * 50 }, 9),
    inside: String,
    hrefOf: () => undefined,
  });
  expect(east).toContain('left:calc(50% + 50px*var(--k) + -12px)');
});

it('leaves out what no sheet is large enough for', () => {
  const far = fitWindow([{ longitude: 105, latitude: 22 }]);
  const markup = stillMarkup({ answer, window: far, inside: String, hrefOf: () => undefined });
  expect(markup).toBe('');
});

it('lets no name and no address break out of its place', () => {
  const markup = still('?a="><script>');
  expect(markup).toContain('&lt;b&gt;&quot;库&quot;&amp;');
  expect(markup).toContain('href="?a=&quot;&gt;&lt;script&gt;"');
  expect(markup).not.toContain('<b>');
});

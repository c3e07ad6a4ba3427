import { describe, expect, it } from 'vitest';
import type { PublicHop, PublicTrace } from './trace';
import { stagesOf } from './trace-stages';

const village = '451121101202';
const hop = (kind: PublicHop['kind'], day: string, placeId: string): PublicHop => ({
  kind,
  day,
  placeId,
  divisionCode: placeId === 'depot' ? '451102000000' : village,
  quantity: 1,
});
const pledgedOn = '2025-12-01';
const counted = [hop('intake', '2025-12-08', 'depot'), hop('intake', '2025-12-05', 'depot')];
const sent = [...counted, hop('dispatch', '2025-12-10', 'depot')];
const come = [...sent, hop('receive', '2025-12-12', 'centre')];

function states(
  hops: PublicHop[],
  more: { reached?: PublicTrace['reached']; onTheRoad?: boolean; status?: 'accepted' | 'declined' },
) {
  const { reached = [], onTheRoad = false, status = 'accepted' } = more;
  const trace = { hops, reached, households: 0 };
  const kindOf = (id: string) => (id === 'centre' ? 'centre' : 'depot');
  return stagesOf({ pledgedOn, status, trace, onTheRoad, kindOf }).map(
    ({ kind, state }) => `${kind} ${state}`,
  );
}

describe('the stages of a way', () => {
  it.each([
    ['pledged', [], {}, ['counted_in ahead', 'dispatched ahead', 'arrived ahead']],
    ['counted in', counted, {}, ['counted_in done', 'dispatched ahead', 'arrived ahead']],
    [
      'on the road',
      sent,
      { onTheRoad: true },
      ['counted_in done', 'dispatched current', 'arrived ahead'],
    ],
    ['arrived', come, {}, ['counted_in done', 'dispatched done', 'arrived done']],
  ] as const)('show what is done and what is ahead: %s', (_name, hops, more, middle) => {
    expect(states([...hops], more)).toEqual(['pledged done', ...middle, 'handed_out ahead']);
  });

  it('end with the households', () => {
    const reached = [{ divisionCode: village, households: 6 }];
    expect(states(come, { reached }).at(-1)).toBe('handed_out done');
  });

  it('skip the road for goods counted in and handed out at the centre itself', () => {
    const reached = [{ divisionCode: village, households: 6 }];
    expect(states([hop('intake', '2025-12-05', 'centre')], { reached })).toEqual([
      'pledged done',
      'counted_in done',
      'handed_out done',
    ]);
  });

  it('say so when a pledge was not taken', () => {
    expect(states([], { status: 'declined' })).toEqual(['pledged done', 'not_taken trouble']);
  });

  it('tell a transfer between depots apart from an arrival', () => {
    const hops = [...sent, hop('receive', '2025-12-11', 'depot')];
    expect(states(hops, {})).toContain('at_depot done');
    expect(states(hops, {})).toContain('arrived ahead');
  });

  it('join the days of one place', () => {
    const trace = { hops: counted, reached: [], households: 0 };
    const stages = stagesOf({
      pledgedOn,
      status: 'accepted',
      trace,
      onTheRoad: false,
      kindOf: () => 'depot',
    });
    expect(stages[1]?.stops).toEqual([
      {
        placeId: 'depot',
        divisionCode: '451102000000',
        firstDay: '2025-12-05',
        lastDay: '2025-12-08',
      },
    ]);
  });
});

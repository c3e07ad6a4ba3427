import { describe, expect, it } from 'vitest';
import { someNeed, someProblem, someSupply } from '../../../bench/allocation/small';
import { planFault } from './plan-fault';
import { defaultPlanRules } from './plan-rules';
import type { PlanPin, PlanRules } from './problem';

const rules = defaultPlanRules('2026-01-10');
const none = { children: 0, elderly: 0, women: 0 };

describe('planFault', () => {
  it.each<[string, string, Partial<PlanRules>]>([
    ['a negative lambda', 'not_a_weight', { lambda: -1 }],
    ['lambda not a number', 'not_a_weight', { lambda: NaN }],
    ['an endless weight', 'not_a_weight', { groupWeights: { ...none, women: Infinity } }],
    ['a floor above all', 'not_a_weight', { floorShare: 1.2 }],
    ['no way forward', 'not_a_weight', { kmPerDay: 0 }],
    ['all groups weigh nothing', 'weights_all_zero', { groupWeights: none }],
    [
      'all urgencies weigh nothing',
      'weights_all_zero',
      { urgencyWeights: { normal: 0, urgent: 0, critical: 0 } },
    ],
    ['no fill is worth anything', 'weights_all_zero', { segments: [{ upTo: 1, worth: 0 }] }],
    ['no segments', 'segments', { segments: [] }],
    ['segments that end early', 'segments', { segments: [{ upTo: 0.9, worth: 1 }] }],
    [
      'worth that rises',
      'segments',
      {
        segments: [
          { upTo: 0.5, worth: 1 },
          { upTo: 1, worth: 2 },
        ],
      },
    ],
    [
      'segments that fall back',
      'segments',
      {
        segments: [
          { upTo: 1, worth: 2 },
          { upTo: 1, worth: 1 },
        ],
      },
    ],
  ])('finds %s', (_, code, change) => {
    const problem = someProblem([someNeed('n')], [someSupply('s')], { ...rules, ...change });
    expect(planFault(problem)?.code).toBe(code);
  });

  it('finds that there is nothing to give, or nobody to give it to', () => {
    expect(planFault(someProblem([], [someSupply('s')]))).toEqual({ code: 'no_needs' });
    expect(planFault(someProblem([someNeed('n')], [someSupply('s', { quantity: 0 })]))).toEqual({
      code: 'no_goods',
    });
  });

  const pin = (quantity: number, more: Partial<PlanPin> = {}) => ({
    needId: 'n',
    supplyId: 's',
    quantity,
    ...more,
  });
  it.each<[string | undefined, PlanPin[]]>([
    [undefined, [pin(10)]],
    [undefined, [pin(0)]],
    ['unknown', [pin(5, { needId: 'gone' })]],
    ['unknown', [pin(5), pin(5)]],
    ['not_whole', [pin(2.5)]],
    ['not_whole', [pin(-5)]],
    ['not_whole_packs', [pin(3)]],
    ['more_than_goods', [pin(5, { supplyId: 'few' }), pin(5, { needId: 'm', supplyId: 'few' })]],
    ['more_than_need', [pin(15)]],
    ['other_item', [pin(5, { supplyId: 'quilt' })]],
    ['restricted_group', [pin(5, { supplyId: 'bound' })]],
  ])('says %s of a pin', (reason, pinned) => {
    const pack = { packSize: 5, quantity: 20 };
    const problem = someProblem(
      [someNeed('n'), someNeed('m')],
      [
        someSupply('s', pack),
        someSupply('few', { ...pack, quantity: 5 }),
        someSupply('quilt', { ...pack, itemId: 'quilt' }),
        someSupply('bound', { ...pack, restriction: { group: 'women' } }),
      ],
      { pinned },
    );
    expect(planFault(problem)).toEqual(reason && expect.objectContaining({ code: 'pin', reason }));
  });
});

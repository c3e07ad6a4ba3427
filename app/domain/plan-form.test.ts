import { describe, expect, it } from 'vitest';
import { defaultPlanRules } from './allocation/plan-rules';
import { planSchema, typedWeights, whatIfSchema, type PlanWeightField } from './plan-form';

const {
  today: _today,
  pinned: _pinned,
  forbidden: _forbidden,
  ...base
} = defaultPlanRules('2026-11-10');
const sound = { needDivisionCode: '451100000000', ...typedWeights(base) };

function complaints(changes: Partial<Record<PlanWeightField, string>>, schema = planSchema(base)) {
  const result = schema.safeParse({ ...sound, ...changes });
  return result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
}

const noUrgency = { urgencyNormal: '0', urgencyUrgent: '0', urgencyCritical: '0' };
const noGroup = { groupChildren: '0', groupElderly: '0', groupWomen: '0.0' };

describe('weights as typed', () => {
  it.each([
    ['as they are', {}, []],
    ['negative', { urgencyNormal: '-1' }, ['urgencyNormal: plan.weight_range']],
    ['a lambda below nothing', { lambda: '-0.001' }, ['lambda: plan.weight_range']],
    ['a floor above all', { floorPercent: '101' }, ['floorPercent: plan.weight_range']],
    ['a floor below nothing', { floorPercent: '-1' }, ['floorPercent: plan.weight_range']],
    ['no number', { groupWomen: 'NaN' }, ['groupWomen: form.not_a_number']],
    ['endless', { groupWomen: 'Infinity' }, ['groupWomen: form.not_a_number']],
    ['in the way of machines', { lambda: '1e3' }, ['lambda: form.not_a_number']],
    ['too great', { urgencyUrgent: '100.1' }, ['urgencyUrgent: plan.weight_range']],
    ['left out', { lambda: ' ' }, ['lambda: form.required']],
    ['all 0 by urgency', noUrgency, ['urgencyNormal: plan.weights_all_zero']],
    ['all 0 by group', noGroup, ['groupChildren: plan.weights_all_zero']],
    ['one of them 0', { groupWomen: '0' }, []],
  ])('%s', (_what, changes, expected) => {
    expect(complaints(changes)).toEqual(expected);
    expect(complaints(changes, whatIfSchema(base) as never)).toEqual(expected);
  });

  it('come out as they were shown', () => {
    expect(planSchema(base).parse(sound).choices).toEqual(base);
  });
});

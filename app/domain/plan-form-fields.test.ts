import { describe, expect, it } from 'vitest';
import { defaultPlanRules } from './allocation/plan-rules';
import {
  planChangeSchema,
  planSchema,
  planWeightFields,
  typedWeights,
  whatIfSchema,
  type PlanWeightField,
} from './plan-form';

const { today: _, pinned: __, forbidden: ___, ...base } = defaultPlanRules('2026-01-10');
const ID = '01a20d8f-98e9-71f2-81d3-b5214fc15a57';
const OTHER = '01a20d8f-98e9-71f2-81d3-b5214fc15a58';
const sound: Record<PlanWeightField, string> = {
  floorPercent: '50',
  lambda: '0.005',
  urgencyNormal: '1',
  urgencyUrgent: '1.5',
  urgencyCritical: '2.5',
  groupChildren: '1',
  groupElderly: '0',
  groupWomen: '2',
};
const plan = (over: object) =>
  planSchema(base).safeParse({ needDivisionCode: '451121000000', ...sound, ...over });
const whatIf = (over: object) => whatIfSchema(base).safeParse({ ...sound, ...over });

/** `field: code` of each complaint. */
function refusedBy(result: ReturnType<typeof plan> | ReturnType<typeof whatIf>): string[] {
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the form of a plan', () => {
  it('reads the weights into the choices, and keeps what it does not ask for', () => {
    const read = plan({ campaignId: '', itemIds: [ID] });
    expect(read).toMatchObject({
      success: true,
      data: { needDivisionCode: '451121000000', campaignId: undefined, itemIds: [ID] },
    });
    expect(read.data?.choices).toEqual({
      ...base,
      floorShare: 0.5,
      lambda: 0.005,
      urgencyWeights: { normal: 1, urgent: 1.5, critical: 2.5 },
      groupWeights: { children: 1, elderly: 0, women: 2 },
    });
  });

  it('shows the weights as they are typed, and reads them back the same', () => {
    const read = plan({});
    expect(typedWeights(read.data!.choices)).toEqual(sound);
  });

  it.each(planWeightFields)('refuses what is no weight in %s', (field) => {
    const most = field === 'lambda' ? '10' : '100';
    for (const text of [most, '0.25', '１', ' 1 '])
      expect(refusedBy(plan({ [field]: text }))).toEqual([]);
    for (const text of ['', '   ']) {
      expect(refusedBy(plan({ [field]: text }))).toEqual([`${field}: form.required`]);
    }
    for (const text of ['NaN', 'Infinity', '1e9', '一', '1;2', '0x10']) {
      expect(refusedBy(plan({ [field]: text }))).toEqual([`${field}: form.not_a_number`]);
    }
    for (const text of ['-1', '-0.001', `${most}.01`, '9'.repeat(400)]) {
      expect(refusedBy(plan({ [field]: text }))).toEqual([`${field}: plan.weight_range`]);
    }
  });

  it('refuses weights that are all zero, of urgency or of groups, and no others', () => {
    const zero = (...fields: PlanWeightField[]) =>
      Object.fromEntries(fields.map((field) => [field, '0']));
    const urgency = zero('urgencyNormal', 'urgencyUrgent', 'urgencyCritical');
    const groups = zero('groupChildren', 'groupElderly', 'groupWomen');
    const refused = 'plan.weights_all_zero';
    expect(refusedBy(plan(urgency))).toEqual([`urgencyNormal: ${refused}`]);
    expect(refusedBy(plan(groups))).toEqual([`groupChildren: ${refused}`]);
    expect(refusedBy(whatIf(urgency))).toEqual([`urgencyNormal: ${refused}`]);
    expect(refusedBy(plan(zero('urgencyNormal', 'urgencyUrgent')))).toEqual([]);
    expect(refusedBy(plan(zero('floorPercent', 'lambda', 'groupChildren')))).toEqual([]);
  });

  it('refuses ids and divisions that are none', () => {
    expect(plan({ campaignId: 'x' }).success).toBe(false);
    expect(plan({ itemIds: ['x'] }).success).toBe(false);
    expect(plan({ needDivisionCode: '45' }).success).toBe(false);
  });
});

describe('the form of a what-if', () => {
  it('reads a closed road and extra goods', () => {
    const extra = {
      extraItemId: ID,
      extraPlaceId: OTHER,
      extraQuantity: ' 5 ',
      extraUnit: 'piece',
    };
    const read = whatIf({ ...extra, extraSize: ' 120 ', closedFromId: ID, closedToId: OTHER });
    expect(read).toMatchObject({
      success: true,
      data: {
        choices: { closedRoads: [{ fromPlaceId: ID, toPlaceId: OTHER }] },
        extra: { itemId: ID, placeId: OTHER, size: '120', quantity: '5', unitCode: 'piece' },
      },
    });
  });

  it('leaves out what is not asked for', () => {
    const read = whatIf({ extraItemId: '', closedFromId: '' });
    expect(read.data?.extra).toBeUndefined();
    expect(read.data?.choices.closedRoads).toEqual([]);
  });

  it.each([
    [{ closedFromId: ID }, ['closedToId: form.required']],
    [{ closedToId: ID }, ['closedFromId: form.required']],
    [{ extraItemId: ID }, ['extraQuantity: form.required', 'extraPlaceId: form.required']],
    [{ extraItemId: ID, extraPlaceId: OTHER }, ['extraQuantity: form.required']],
    [{ extraItemId: ID, extraQuantity: '5' }, ['extraPlaceId: form.required']],
    [{ lambda: '', closedFromId: ID }, ['lambda: form.required', 'closedToId: form.required']],
  ])('refuses the half of something: %j', (typed, refused) => {
    expect(refusedBy(whatIf(typed))).toEqual(refused);
  });
});

describe('the form of a changed line', () => {
  const change = (over: object, factor = 1) =>
    planChangeSchema(factor).safeParse({
      requestLineId: ID,
      supplyId: 'lot.loose.place',
      reason: '受灾更重',
      ...over,
    });

  it.each([
    [{ kind: 'quantity', quantity: '2.5', kept: '9' }, 1000, 2500],
    [{ kind: 'quantity', quantity: '12' }, 1, 12],
    // What stays as it is, is sent in smallest units, whatever the cell holds.
    [{ kind: 'pin', quantity: '3', kept: '2500' }, 1000, 2500],
    [{ kind: 'forbid', quantity: 'x', kept: 'y' }, 1, undefined],
  ])('reads %j', (typed, factor, quantity) => {
    expect(change(typed, factor)).toMatchObject({ success: true, data: { quantity } });
  });

  it.each([
    ['half a piece', { kind: 'quantity', quantity: '1.5' }],
    ['no quantity', { kind: 'quantity', quantity: '' }],
    ['less than nothing', { kind: 'quantity', quantity: '-1' }],
    ['no number', { kind: 'quantity', quantity: 'NaN' }],
    ['nothing kept', { kind: 'pin' }],
    ['no reason', { kind: 'forbid', reason: '  ' }],
    ['another kind', { kind: 'double' }],
    ['no goods', { kind: 'forbid', supplyId: '' }],
    ['no need', { kind: 'forbid', requestLineId: 'x' }],
  ])('refuses %s', (_what, typed) => {
    expect(change(typed).success).toBe(false);
  });

  // An empty cell does not come at all.
  const empty = { supplyId: undefined, reason: undefined };
  it.each([
    [{ kind: 'give', ...empty }, ['supplyId', 'quantity', 'reason']],
    [{ kind: 'give', ...empty, quantity: '5' }, ['supplyId', 'reason']],
    [{ kind: 'forbid', ...empty }, ['supplyId', 'reason']],
  ])('tells all that is missing at once: %j', (typed, fields) => {
    const { error } = change(typed);
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual(
      fields.map((field) => `${field}: form.required`),
    );
  });
});

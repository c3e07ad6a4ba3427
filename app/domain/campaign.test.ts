import { expect, it } from 'vitest';
import { campaignAmendmentSchema, campaignSchema, joiningRefusal } from './campaign';

const campaign = { name: '暖冬行动', divisionCode: '451100000000', startsOn: '2025-11-01' };

it('reads a campaign, with or without an end', () => {
  expect(campaignSchema.parse(campaign).endsOn).toBeUndefined();
  expect(campaignSchema.parse({ ...campaign, endsOn: '2026-02-28' }).endsOn).toBe('2026-02-28');
});

it.each([
  ['name', { name: ' ' }, 'form.required'],
  ['divisionCode', { divisionCode: '4511' }, 'form.unknown_choice'],
  ['startsOn', { startsOn: '2026-02-31' }, 'day.not_in_calendar'],
  ['endsOn', { endsOn: '2025-10-31' }, 'campaign.ends_before_start'],
])('refuses a bad %s', (field, change, code) => {
  const result = campaignSchema.safeParse({ ...campaign, ...change });
  expect(result.error?.issues).toMatchObject([{ message: code, path: [field] }]);
});

it('is amended in its name and days alone', () => {
  const amended = campaignAmendmentSchema.parse(campaign);
  expect(amended).toEqual({ name: '暖冬行动', startsOn: '2025-11-01' });
  const result = campaignAmendmentSchema.safeParse({ ...campaign, endsOn: '2025-10-31' });
  expect(result.error?.issues).toMatchObject([
    { path: ['endsOn'], message: 'campaign.ends_before_start' },
  ]);
});

it('is joined while it is open', () => {
  expect(joiningRefusal({ closedOn: null })).toBeUndefined();
  expect(joiningRefusal({ closedOn: '2026-01-01' })).toEqual({
    code: 'campaign.closed',
    field: 'campaignId',
  });
  expect(joiningRefusal(undefined)).toEqual({ code: 'form.unknown_choice', field: 'campaignId' });
});

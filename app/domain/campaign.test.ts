import { expect, it } from 'vitest';
import { campaignSchema } from './campaign';

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

import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import {
  planReasonCodes,
  type PlanReason,
  type PlanReasonCode,
} from '~/domain/allocation/plan-reason';
import { i18nFor } from '~/i18n/i18n.server';
import type { Language } from '~/i18n/language';
import { usePlanReason, useToldReasons } from './plan-reason';

const coats = { units: [{ code: 'piece', nameZh: '件', nameEn: 'pieces', factor: 1 }] };

function Told({ reasons }: { reasons: PlanReason[] }) {
  const say = useToldReasons({ '451123000000': '富川瑶族自治县' });
  return say(reasons, coats, 'piece');
}

const told = (reasons: PlanReason[], language: Language) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <Told reasons={reasons} />
    </I18nextProvider>,
  );

const part: PlanReason[] = [
  { code: 'partly_met', facts: { given: 26, wanted: 43 } },
  { code: 'went_to_less_served', facts: { quantity: 17, needs: 2, belowPercent: 50 } },
];
const none: PlanReason[] = [
  { code: 'nothing_given', facts: { wanted: 43 } },
  {
    code: 'goods_refused',
    facts: { refusal: 'restricted_division', quantity: 30, divisionCode: '451123000000' },
  },
];

it.each([
  ['zh-CN', part, '43 件中给了 26 件：另有 17 件给了 2 项满足不到 50% 的需求。'],
  ['zh-CN', none, '要 43 件，这次没有给：有 30 件，但捐赠方限用于富川瑶族自治县。'],
  ['zh-CN', [{ code: 'met', facts: { given: 43 } }], '要的 43 件全部给了。'],
  ['en', part, '26 pieces of 43 pieces: Another 17 pieces went to 2 needs with less than 50% met.'],
  ['en', [{ code: 'met', facts: { given: 43 } }], 'All 43 pieces that were asked for.'],
] as const)('a centre reads in %s what it was given and why', (language, reasons, sentence) => {
  expect(told([...reasons], language)).toBe(sentence);
});

/** What each reason is told with. */
const factsOf = {
  met: { given: 11 },
  partly_met: { given: 11, wanted: 12 },
  nothing_given: { wanted: 12 },
  floor_given: { quantity: 11 },
  floor_missed: { quantity: 11 },
  no_goods: {},
  goods_refused: { refusal: 'quarantined', quantity: 11 },
  went_to_less_served: { quantity: 11, needs: 3, belowPercent: 45 },
  went_to_weightier: { quantity: 11, needs: 3 },
  went_nearer: { quantity: 11, needs: 3 },
  went_by_hand: { quantity: 11, needs: 3 },
  went_for_floor: { quantity: 11, needs: 3 },
  went_for_whole: { quantity: 11, needs: 3 },
  has_all: {},
  fixed_by_hand: { left: 11 },
  parcel_sealed: { left: 11 },
  no_worth: {},
  pack_over_open: { packSize: 11 },
  pack_too_large: { left: 11, packSize: 12 },
  too_far: { km: 375 },
  served_before: { received: 11, percent: 80 },
  no_room: {},
  more_if_relaxed: { refusal: 'restricted_group', group: 'women', quantity: 11 },
  more_if_larger: { quantity: 11 },
  more_if_relaxed_solved: { refusal: 'closed_road', quantity: 11, total: 12 },
  more_if_larger_solved: { quantity: 11, total: 12 },
  more_if_given: { quantity: 11, persons: 7 },
  line_pinned: {},
  line_pledge: {},
  line_larger: {},
  line_first_expired: {},
  line_nearest: { km: 375 },
  line_only_goods: { km: 375 },
  line_purpose_to_read: {},
  line_opens_parcel: {},
  line_best: { km: 375 },
} satisfies Record<PlanReasonCode, PlanReason['facts']>;

function Said({ reason }: { reason: PlanReason }) {
  return usePlanReason({})(reason, coats, 'piece');
}

it.each(['zh-CN', 'en'] as const)(
  'every reason has a sentence in %s that tells its facts',
  (language) => {
    const sentences = planReasonCodes.map((code) => {
      const facts: PlanReason['facts'] = factsOf[code];
      const said = renderToStaticMarkup(
        <I18nextProvider i18n={i18nFor(language)}>
          <Said reason={{ code, facts }} />
        </I18nextProvider>,
      );
      expect(said).not.toMatch(/\{|reason\.|refusal\.|group\./);
      for (const fact of Object.values(facts)) {
        if (typeof fact === 'number') expect(said, code).toContain(String(fact));
      }
      return said;
    });
    expect(new Set(sentences).size).toBe(sentences.length);
  },
);

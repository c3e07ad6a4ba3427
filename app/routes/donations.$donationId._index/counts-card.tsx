import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Badge } from '~/ui/badge';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import type { RefusedAnswer } from '~/ui/form-answer';
import type { DonationPageData } from './donation-page.server';
import { useGoodsWords } from './goods-words';

type Intake = DonationPageData['intakes'][number];

/** The deliveries as they were counted, and the way to undo a count that was wrong. */
export function CountsCard({
  page,
}: {
  page: DonationPageData;
  answer: RefusedAnswer | undefined;
}) {
  const t = useText('intake');
  if (page.intakes.length === 0) return null;
  return (
    <Card title={t('counts')}>
      <ul className="divide-y divide-line">
        {page.intakes.map((intake) => (
          <li key={intake.id} className="space-y-2 py-4 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-medium">{intake.placeName}</span>
              <span className="text-sm text-ink-soft">
                <InstantText at={intake.occurredAt} />
              </span>
              {intake.reversedAt && <Badge tone="trouble">{t('reversed')}</Badge>}
            </div>
            <CountFlag page={page} intake={intake} />
            <CountLines page={page} intake={intake} />
            {!intake.reversedAt && intake.reversal && <ReverseForm page={page} intake={intake} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What was said of the time and cannot be: shown, never refused. */
function CountFlag({ page, intake }: { page: DonationPageData; intake: Intake }) {
  const t = useText('intake');
  const flag =
    intake.occurredAt > intake.recordedAt
      ? t('flagFuture')
      : intake.occurredAt < page.donation.createdAt
        ? t('flagBefore')
        : undefined;
  return flag ? <p className="text-sm text-brick">{flag}</p> : null;
}

function CountLines({ page, intake }: { page: DonationPageData; intake: Intake }) {
  const t = useText('intake');
  const goods = useGoodsWords(page);
  return (
    <ul className="space-y-1 text-sm">
      {intake.lines.map((line) => {
        const pledged = page.donation.lines.find((one) => one.id === line.donationLineId);
        if (!pledged) return null;
        const say = (quantity: number) => goods.quantity(pledged.itemId, quantity, line.packSize);
        const parts = [
          line.sound > 0 && t('soundOf', { quantity: say(line.sound) }),
          line.quarantined > 0 && t('quarantinedOf', { quantity: say(line.quarantined) }),
          line.refused > 0 && t('refusedOf', { quantity: say(line.refused) }),
          line.bestBefore && t('bestBeforeOf', { day: line.bestBefore }),
          line.reason && t('becauseOf', { reason: t(`reason.${line.reason}`) }),
        ].filter(Boolean);
        return (
          <li key={line.id}>
            {goods.lineName(pledged)}
            {t('colon')}
            {parts.join(t('comma'))}
          </li>
        );
      })}
    </ul>
  );
}

function ReverseForm({ page, intake }: { page: DonationPageData; intake: Intake }) {
  const t = useText('intake');
  return (
    <details>
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm text-ink-soft underline underline-offset-4">
        {t('reverse')}
      </summary>
      <Form method="post" className="space-y-3 pt-2">
        <EnvelopeFields
          membershipId={page.membershipId}
          formKey={page.formKey}
          version={page.donation.version}
          intent="reverse-count"
        />
        <input type="hidden" name="intakeId" value={intake.id} />
        <p className="max-w-prose text-sm text-ink-soft">{t('reverseHint')}</p>
        <Button kind="danger" refusal={intake.reversal?.refusal}>
          {t('reverseNow')}
        </Button>
      </Form>
    </details>
  );
}

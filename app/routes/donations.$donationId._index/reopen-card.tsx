import { reopenReasons } from '~/domain/donation-reopening';
import { useText } from '~/i18n/text';
import { Card } from '~/ui/card';
import type { RefusedAnswer } from '~/ui/form-answer';
import type { DonationPageData } from './donation-page.server';
import { useGoodsWords } from './goods-words';
import { ReasonForm } from './reason-form';

interface Props {
  page: DonationPageData;
  answer: RefusedAnswer | undefined;
}

/** Of a closed donation of which something is missing: more of it is expected after all. */
export function ReopenCard({ page, answer }: Props) {
  const t = useText('donations');
  const { donation, steps } = page;
  const missing = donation.lines.filter((line) => line.figures.closedShort > 0);
  if (donation.status !== 'closed' || !steps.reopen || missing.length === 0) return null;
  return (
    <Card title={t('reopening')}>
      <p className="text-sm text-ink-soft">{t('reopeningHint')}</p>
      <ReasonForm
        {...{ page, answer }}
        intent="reopen"
        step={steps.reopen}
        words={t('reopen')}
        button={t('reopenNow')}
        reasons={reopenReasons.map((one) => ({ value: one, label: t(`reopenReason.${one}`) }))}
      >
        <Consequences page={page} missing={missing} />
      </ReasonForm>
    </Card>
  );
}

/** Which lines are to come again and which are not, before it is sent. */
function Consequences({
  page,
  missing,
}: {
  page: DonationPageData;
  missing: DonationPageData['donation']['lines'];
}) {
  const t = useText('donations');
  const goods = useGoodsWords(page);
  const back = missing.filter((line) => !line.closedReason);
  return (
    <div className="space-y-1 text-sm text-ink-soft">
      <p>{back.length > 0 ? t('reopenToCome') : t('reopenNoneToCome')}</p>
      <ul className="list-disc ps-5">
        {back.map((line) => (
          <li key={line.id}>
            {t('reopenLineToCome', {
              goods: goods.lineName(line),
              quantity: goods.quantity(line.itemId, line.figures.closedShort),
            })}
          </li>
        ))}
      </ul>
      {back.length < missing.length && <p>{t('reopenStays')}</p>}
      <p>{t('reopenPromises')}</p>
    </div>
  );
}

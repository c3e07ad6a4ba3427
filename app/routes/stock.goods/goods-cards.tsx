import { quarantineReasons, unquarantineReasons, writeOffReasons } from '~/domain/stock';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { FactList } from '~/ui/fact-list';
import type { RefusedAnswer } from '~/ui/form-answer';
import { Amount, useName } from '~/ui/item-amount';
import { LinkButton } from '~/ui/link-button';
import { useStandingWords } from '../stock._index/standing-words';
import type { StockRowToShow } from '../stock._index/stock-rows.server';
import { StepForm } from './step-form';

export type GoodsAnswer = RefusedAnswer;

interface GoodsCardsProps {
  rows: readonly StockRowToShow[];
  membershipId: string;
  formKeys: readonly string[];
  answer: GoodsAnswer | undefined;
}

/** What lies here of the lot, free and held back, with what may be done to each. */
export function GoodsCards({ rows, membershipId, formKeys, answer }: GoodsCardsProps) {
  const t = useText('stock');
  const nameOf = useName();
  const standing = useStandingWords();
  const [first] = rows;
  if (!first) {
    return (
      <LinkButton kind="secondary" to={paths.stock}>
        {t('listTitle')}
      </LinkButton>
    );
  }
  const free = rows.find((row) => row.kind === 'stock');
  const held = rows.find((row) => row.kind === 'quarantine');
  const shared = { membershipId, answer };
  return (
    <>
      <Card title={[nameOf(first.item), first.size].filter(Boolean).join(' ')}>
        <FactList
          facts={[
            { label: t('place'), value: first.placeName },
            { label: t('parcel'), value: first.parcelCode ?? t('loose') },
            ...rows.map((row) => ({
              label: standing[row.kind],
              value: (
                <Amount quantity={row.quantity} units={row.item.units} unitCode={row.unitCode} />
              ),
            })),
          ]}
        />
      </Card>
      {free && (
        <StepForm
          {...shared}
          row={free}
          intent="quarantine"
          title={t('quarantine')}
          lead={t('quarantineLead')}
          reasons={quarantineReasons}
          formKey={formKeys[0] ?? ''}
        />
      )}
      {held && (
        <StepForm
          {...shared}
          row={held}
          intent="unquarantine"
          title={t('unquarantine')}
          lead={t('unquarantineLead')}
          reasons={unquarantineReasons}
          formKey={formKeys[1] ?? ''}
        />
      )}
      <StepForm
        {...shared}
        row={held ?? free ?? first}
        intent="writeOff"
        title={t('writeOff')}
        lead={t('writeOffLead')}
        reasons={writeOffReasons}
        formKey={formKeys[2] ?? ''}
      />
    </>
  );
}

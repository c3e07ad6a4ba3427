import { Form, Link } from '@remix-run/react';
import { formatNumber, formatShare } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Badge } from '~/ui/badge';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { EnvelopeFields } from '~/ui/envelope-fields';
import type { Alternative } from '~db/queries/allocation-plans.server';
import { PriceChart } from './price-chart';

interface FairnessPriceProps {
  planId: string;
  version: number;
  alternatives: readonly Alternative[];
  chosenId: string | null;
  mayChoose: boolean;
  membershipId: string;
  formKey: string;
}

/** A smaller loss would be printed as none. */
const TOLD = 0.0005;

/** What a higher floor costs the whole and gives the least served: the same goods, four ways; one is picked. */
export function FairnessPrice(props: FairnessPriceProps) {
  const { planId, version, alternatives, chosenId, mayChoose, membershipId, formKey } = props;
  const t = useText('plans');
  const language = useLanguage();
  const best = Math.max(...alternatives.map((one) => one.figures.value), 0);
  return (
    <Card title={t('price')} flush>
      <div className="space-y-4 px-4 pb-4 sm:px-6 sm:pb-6">
        <p className="max-w-prose text-ink-soft">{t('priceLead')}</p>
        <div className="space-y-5">
          <PriceChart alternatives={alternatives} chosenId={chosenId} />
          <DataTable
            caption={t('price')}
            captionHidden
            rows={alternatives}
            rowKey={(one) => one.id}
            columns={[
              {
                key: 'floor',
                header: t('floor'),
                heading: true,
                cell: (one) => formatShare(language, one.floorShare),
              },
              {
                key: 'least',
                header: t('leastServed'),
                align: 'end',
                cell: (one) => (one.least === null ? '–' : formatShare(language, one.least)),
              },
              {
                key: 'value',
                header: t('value'),
                align: 'end',
                cell: (one) => (
                  <span>
                    {formatNumber(language, one.figures.value, 1)}
                    {1 - one.figures.value / best >= TOLD && (
                      <span className="block text-sm text-ink-soft">
                        {t('lessThanBest', {
                          share: formatShare(language, 1 - one.figures.value / best),
                        })}
                      </span>
                    )}
                  </span>
                ),
              },
              {
                key: 'gini',
                header: t('gini'),
                align: 'end',
                cell: (one) => formatNumber(language, one.figures.after.gini, 3),
              },
              {
                key: 'tonneKm',
                header: t('tonneKm'),
                align: 'end',
                cell: (one) => formatNumber(language, one.figures.tonneKm, 1),
              },
              {
                key: 'choose',
                header: t('choice'),
                cell: (one) =>
                  one.id === chosenId ? (
                    <Badge tone="done">{t('chosen')}</Badge>
                  ) : (
                    <span className="flex flex-wrap items-center gap-3">
                      {mayChoose && (
                        <Form method="post">
                          <EnvelopeFields {...{ membershipId, formKey, version }} intent="choose" />
                          <input type="hidden" name="solutionId" value={one.id} />
                          <Button
                            kind="secondary"
                            aria-label={`${t('choose')} ${formatShare(language, one.floorShare)}`}
                          >
                            {t('choose')}
                          </Button>
                        </Form>
                      )}
                      <Link
                        to={`${paths.comparePlan(planId)}?a=${chosenId ?? ''}&b=${one.id}`}
                        aria-label={`${t('compare')} ${formatShare(language, one.floorShare)}`}
                        className="underline underline-offset-4"
                      >
                        {t('compare')}
                      </Link>
                    </span>
                  ),
              },
            ]}
            empty={null}
          />
        </div>
      </div>
    </Card>
  );
}

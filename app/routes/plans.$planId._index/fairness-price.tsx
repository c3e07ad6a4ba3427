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

interface FairnessPriceProps {
  planId: string;
  version: number;
  alternatives: readonly Alternative[];
  chosenId: string | null;
  mayChoose: boolean;
  membershipId: string;
  formKey: string;
}

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
              key: 'value',
              header: t('value'),
              align: 'end',
              cell: (one) => (
                <>
                  {formatNumber(language, one.figures.value, 1)}
                  <Bar share={best > 0 ? one.figures.value / best : 0} tone="bg-persimmon/70" />
                </>
              ),
            },
            {
              key: 'least',
              header: t('leastServed'),
              align: 'end',
              cell: (one) => {
                const least = 1 - one.figures.after.zeroFill;
                return (
                  <>
                    {formatShare(language, least)}
                    <Bar share={least} tone="bg-bamboo/70" />
                  </>
                );
              },
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
                        <Button kind="secondary" aria-label={`${t('choose')} ${one.floorShare}`}>
                          {t('choose')}
                        </Button>
                      </Form>
                    )}
                    <Link
                      to={`${paths.comparePlan(planId)}?a=${chosenId ?? ''}&b=${one.id}`}
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
    </Card>
  );
}

/** A bar under its number: the number says it, the bar lets it be compared. */
function Bar({ share, tone }: { share: number; tone: string }) {
  const width = `${Math.round(Math.max(0, Math.min(1, share)) * 100)}%`;
  return (
    <span
      aria-hidden
      className="mt-1 block h-2 w-24 overflow-hidden rounded-full bg-mist sm:ms-auto"
    >
      <span className={`block h-full ${tone}`} style={{ width }} />
    </span>
  );
}

import { Link } from '@remix-run/react';
import type { CatalogueItem } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { useName } from '~/ui/item-amount';
import { useToldReasons } from '~/ui/plan-reason';
import type { ToldReasons } from '~db/queries/plan-told.server';

interface ToldReasonsCardProps {
  lines: readonly { id: string; itemId: string; size: string; unitCode: string }[];
  items: readonly CatalogueItem[];
  told: readonly ToldReasons[];
  divisionNames: Readonly<Record<string, string>>;
  /** Plans that the reader may open. */
  openPlans: readonly string[];
}

/** What the last plan gave each line and why, so that a centre need not ask. */
export function ToldReasonsCard(props: ToldReasonsCardProps) {
  const { lines, items, told, divisionNames, openPlans } = props;
  const t = useText('plans');
  const nameOf = useName();
  const say = useToldReasons(divisionNames);
  if (told.length === 0) return null;
  return (
    <Card title={t('toldTitle')}>
      <p className="max-w-prose text-ink-soft">{t('toldLead')}</p>
      <ul className="divide-y divide-line">
        {lines.flatMap((line) => {
          const one = told.find(({ requestLineId }) => requestLineId === line.id);
          if (!one) return [];
          const item = items.find(({ id }) => id === line.itemId);
          return (
            <li key={line.id} className="max-w-prose space-y-1 py-3 first:pt-0 last:pb-0">
              <h3 className="font-medium">
                {item && nameOf(item)} {line.size}
              </h3>
              <p>{say(one.reasons, item, line.unitCode)}</p>
              <p className="text-sm text-ink-soft">
                {t('toldOn')} <InstantText at={one.approvedAt} style="short" />
                {one.planStatus === 'approved' && ` · ${t('toldApproved')}`}
                {openPlans.includes(one.planId) && (
                  <>
                    {' · '}
                    <Link to={paths.plan(one.planId)} className="underline underline-offset-4">
                      {t('toldPlan')}
                    </Link>
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

import { Form } from '@remix-run/react';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { useAmount, useName } from '~/ui/item-amount';
import type { PlanChangeShown } from '~db/queries/allocation-plans.server';
import type { ChangedNeed } from './load-plan.server';

interface ChangeListProps {
  changes: readonly PlanChangeShown[];
  /** By request line. */
  needs: Readonly<Record<string, ChangedNeed>>;
  version: number;
  mayChange: boolean;
  membershipId: string;
  formKey: string;
}

/** What people changed of the proposal, why, and what it cost the whole. */
export function ChangeList(props: ChangeListProps) {
  const { changes, needs, version, mayChange, membershipId, formKey } = props;
  const t = useText('plans');
  const language = useLanguage();
  const amount = useAmount();
  const nameOf = useName();
  if (changes.length === 0) return null;
  const did = (change: PlanChangeShown, need: ChangedNeed | undefined) => {
    if (change.kind === 'forbid') return t('didForbid');
    const quantity = amount(change.quantity ?? 0, need?.item?.units ?? []);
    return change.kind === 'pin' ? t('didPin', { quantity }) : t('didSet', { quantity });
  };
  return (
    <Card title={t('changes')}>
      <ul className="divide-y divide-line">
        {changes.map((change) => {
          const need = needs[change.requestLineId];
          return (
            <li
              key={change.id}
              className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0"
            >
              <div className="min-w-0 space-y-1">
                <p>
                  <strong>{did(change, need)}</strong>
                  {need &&
                    ` · ${need.placeName} · ${need.item ? nameOf(need.item) : ''} ${need.size}`}
                </p>
                <p>{change.reason}</p>
                <p className="text-sm text-ink-soft">
                  {change.changedByName} <InstantText at={change.changedAt} />
                  {change.cost !== null &&
                    ` · ${t('cost', { cost: formatNumber(language, change.cost, 2) })}`}
                </p>
              </div>
              {mayChange && (
                <Form method="post">
                  <EnvelopeFields {...{ membershipId, formKey, version }} intent="undo" />
                  <input type="hidden" name="changeId" value={change.id} />
                  <Button kind="quiet">{t('undo')}</Button>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

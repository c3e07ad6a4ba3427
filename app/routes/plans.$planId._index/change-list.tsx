import { Form } from '@remix-run/react';
import { formatNumber } from '~/i18n/format';
import { useLanguage, useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { InstantText } from '~/ui/date-text';
import { EnvelopeFields } from '~/ui/envelope-fields';
import { useAmount, useName } from '~/ui/item-amount';
import type { PlanChangeShown } from '~db/queries/allocation-plans.server';
import { useLeftOutReason } from './left-out-notice';
import type { ChangedNeed, LoadedPlan } from './load-plan.server';

interface ChangeListProps extends Pick<LoadedPlan, 'needs' | 'leftOut' | 'changedFrom'> {
  changes: readonly PlanChangeShown[];
  version: number;
  mayChange: boolean;
  membershipId: string;
  formKey: string;
}

/** What people changed of the proposal, why, and what it cost the whole. */
export function ChangeList(props: ChangeListProps) {
  const { changes, needs, leftOut, changedFrom, version, mayChange } = props;
  const { membershipId, formKey } = props;
  const t = useText('plans');
  const language = useLanguage();
  const amount = useAmount();
  const nameOf = useName();
  const reason = useLeftOutReason();
  if (changes.length === 0) return null;
  const costOf = ({ kind, cost }: PlanChangeShown) => {
    if (cost === null) return null;
    const words = { cost: formatNumber(language, Math.abs(cost), 2) };
    const by = kind === 'weights' ? ` · ${t('byFormerWeights')}` : '';
    return `${by} · ${cost < 0 ? t('costGain', words) : t('cost', words)}`;
  };
  const leftOutOf = ({ requestLineId, supplyId }: PlanChangeShown) => {
    const pin = leftOut.find((one) => one.needId === requestLineId && one.supplyId === supplyId);
    return pin && <p className="text-amber">{t('leftOutHere', { reason: reason(pin) })}</p>;
  };
  const did = (change: PlanChangeShown, need: ChangedNeed | undefined) => {
    if (change.kind === 'forbid') return t('didForbid');
    if (change.kind === 'weights') return t('didWeights');
    const quantity = amount(change.quantity ?? 0, need?.item?.units ?? []);
    const words = { pin: 'didPin', quantity: 'didSet', give: 'didGive' } as const;
    return t(words[change.kind], { quantity });
  };
  return (
    <Card title={t('changes')}>
      <ul className="divide-y divide-line">
        {changes.map((change) => {
          const need = needs[change.requestLineId ?? ''];
          const place = changedFrom[change.supplyId ?? ''];
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
                  {place && ` · ${t('fromPlace', { place })}`}
                </p>
                {leftOutOf(change)}
                <p>{change.reason}</p>
                <p className="text-sm text-ink-soft">
                  {change.changedByName} <InstantText at={change.changedAt} />
                  {costOf(change)}
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

import { planWeightFields, type PlanWeightField } from '~/domain/plan-form';
import { useText } from '~/i18n/text';
import { errorsAt, type RefusedAnswer } from './form-answer';
import { FieldGrid } from './form-layout';
import { namedField } from './named-field';
import { NumberField } from './number-field';
import { typedAt } from './typed-values';

export function useWeightLabels(): Record<PlanWeightField, string> {
  const t = useText('plans');
  return {
    floorPercent: t('floor'),
    lambda: t('lambda'),
    urgencyNormal: t('urgencyNormal'),
    urgencyUrgent: t('urgencyUrgent'),
    urgencyCritical: t('urgencyCritical'),
    groupChildren: t('groupChildren'),
    groupElderly: t('groupElderly'),
    groupWomen: t('groupWomen'),
  };
}

interface PlanWeightsProps {
  weights: Record<PlanWeightField, string>;
  answer: RefusedAnswer | undefined;
}

/** The weights that a committee sets, each with what stands now; what was typed and refused stays. */
export function PlanWeights({ weights, answer }: PlanWeightsProps) {
  const t = useText('plans');
  const labels = useWeightLabels();
  const typed = answer?.lastResult?.initialValue !== undefined;
  const field = (name: PlanWeightField) => (
    <NumberField
      key={name}
      field={namedField(name, errorsAt(answer, name))}
      label={labels[name]}
      hint={
        name === 'floorPercent' ? t('floorHint') : name === 'lambda' ? t('lambdaHint') : undefined
      }
      unit={name === 'floorPercent' ? '%' : undefined}
      decimal
      required
      defaultValue={typed ? typedAt(answer, name) : weights[name]}
    />
  );
  const [floor, lambda, ...rest] = planWeightFields;
  return (
    <div className="space-y-6">
      <FieldGrid>{[floor, lambda].map(field)}</FieldGrid>
      <fieldset className="space-y-4">
        <legend className="font-semibold">{t('urgencyWeights')}</legend>
        <div className="grid gap-5 sm:grid-cols-3">{rest.slice(0, 3).map(field)}</div>
      </fieldset>
      <fieldset className="space-y-4">
        <legend className="font-semibold">{t('groupWeights')}</legend>
        <div className="grid gap-5 sm:grid-cols-3">{rest.slice(3).map(field)}</div>
      </fieldset>
    </div>
  );
}

import { useSubmit } from '@remix-run/react';
import { useId } from 'react';
import { useText } from '~/i18n/text';
import { Button } from './button';
import { DivisionCombobox } from './division-combobox';
import { FieldFrame } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';
import { RadioGroup } from './radio-group';
import type { DivisionOffer } from './use-division-offers';

/** What an answer says of a division's field. */
export interface DivisionOffers {
  /** What the field says now, perhaps more than was typed. */
  text: string;
  choices: readonly DivisionOffer[];
  /** Set where the choices are what lies below a division: the way to it, empty for the whole country. */
  below?: string | undefined;
  chosen?: string | undefined;
}

interface DivisionFieldProps extends FieldProps {
  /** Given back by a form whose words meant several places, or that was asked for what lies below: one is chosen here. */
  offers?: DivisionOffers | undefined;
}

/**
 * A division by typing its name, pinyin, initials or code. With JavaScript a list suggests what fits; without, the form
 * comes back with the places to choose from. One may also go down level by level: the form then comes back with what lies
 * below, and asks for nothing else yet.
 */
export function DivisionField(props: DivisionFieldProps) {
  const wiring = useFieldWiring(props);
  const t = useText('organisations');
  const submit = useSubmit();
  const intoHintId = useId();
  const { offers } = props;
  const isStep = offers?.below !== undefined;
  const hasChoices = offers !== undefined && offers.choices.length > 0;
  const into = (
    <Button
      kind="quiet"
      name={`${wiring.name}Into`}
      value="on"
      aria-describedby={intoHintId}
      onClick={(event) => {
        event.preventDefault();
        submit(event.currentTarget, { preventScrollReset: true });
      }}
    >
      {t('divisionInto')}
      <span className="sr-only">{t('divisionIntoOf', { field: props.label })}</span>
    </Button>
  );
  return (
    <div className="space-y-3">
      {/* The Enter key presses the first button of a form, which must be the one that sends it. */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only">
        {t('save')}
      </button>
      <span id={intoHintId} className="sr-only">
        {t('divisionIntoHint')}
      </span>
      <FieldFrame props={{ ...props, hint: props.hint ?? t('divisionHint') }} wiring={wiring}>
        {/* The button stands beside the field, where the list of suggestions does not cover it. */}
        <div className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <DivisionCombobox
              wiring={wiring}
              defaultValue={props.defaultValue ?? props.field?.defaultValue ?? ''}
              answer={offers}
            />
          </div>
          {!hasChoices && <div className="shrink-0 whitespace-nowrap">{into}</div>}
        </div>
      </FieldFrame>
      {hasChoices && (
        <>
          <RadioGroup
            name={`${wiring.name}Choice`}
            label={
              isStep ? t('divisionBelow', { at: offers.below || t('country') }) : t('divisionWhich')
            }
            hint={isStep ? t('divisionBelowHint') : undefined}
            defaultValue={offers.chosen}
            inline={isStep}
            takesFocus={isStep}
            options={offers.choices.map(({ code, label }) => ({ value: code, label }))}
          />
          <div className="-ms-4">{into}</div>
        </>
      )}
    </div>
  );
}

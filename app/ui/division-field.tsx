import { useFetcher } from '@remix-run/react';
import { useEffect, useId, useRef } from 'react';
import { useText } from '~/i18n/text';
import { paths } from '~/paths';
import { Button } from './button';
import { FieldFrame } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';
import { RadioGroup } from './radio-group';

export interface DivisionOffer {
  code: string;
  label: string;
}

interface DivisionFieldProps extends FieldProps {
  /** Given back by a form whose words meant several places: one of them is chosen here. */
  choices?: readonly DivisionOffer[] | undefined;
}

/**
 * A division by typing its name, pinyin, initials or code. With JavaScript a list offers what fits; without, the form
 * comes back with the places to choose from. One may also go down level by level: the form then comes back with what lies
 * below.
 */
export function DivisionField(props: DivisionFieldProps) {
  const wiring = useFieldWiring(props);
  const t = useText('organisations');
  const listId = useId();
  const intoHintId = useId();
  const { offers, offer } = useOffers();
  const { choices = [] } = props;
  return (
    <div className="space-y-3">
      <FieldFrame props={{ ...props, hint: props.hint ?? t('divisionHint') }} wiring={wiring}>
        <input
          {...wiring.control}
          type="text"
          autoComplete="off"
          list={listId}
          defaultValue={props.defaultValue ?? props.field?.defaultValue}
          onInput={(event) => offer(event.currentTarget.value)}
          className="field-control"
        />
      </FieldFrame>
      <datalist id={listId}>
        {offers.map(({ code, label }) => (
          <option key={code} value={`${label} ${code}`}>
            {label}
          </option>
        ))}
      </datalist>
      {/* The Enter key presses the first button of a form, which must be the one that sends it. */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only">
        {t('save')}
      </button>
      {choices.length > 0 && (
        <RadioGroup
          name={`${wiring.name}Choice`}
          label={t('divisionWhich')}
          options={choices.map(({ code, label }) => ({ value: code, label }))}
        />
      )}
      <div className="-ms-4">
        <Button kind="quiet" name={`${wiring.name}Into`} value="on" aria-describedby={intoHintId}>
          {t('divisionInto')}
        </Button>
        <span id={intoHintId} className="sr-only">
          {t('divisionIntoHint')}
        </span>
      </div>
    </div>
  );
}

/** What fits the words typed last: answers may come in another order than they were asked for. */
function useOffers() {
  const fetcher = useFetcher<{ text: string; choices: DivisionOffer[] }>();
  const { data, state, load } = fetcher;
  const wanted = useRef('');
  const ask = (text: string) => load(`${paths.divisions}?text=${encodeURIComponent(text)}`);
  useEffect(() => {
    if (state === 'idle' && data && data.text !== wanted.current) ask(wanted.current);
  });
  const offer = (text: string) => {
    if (text.trim() === '' || /\d{12}/.test(text)) return;
    wanted.current = text;
    ask(text);
  };
  return { offers: data?.choices ?? [], offer };
}

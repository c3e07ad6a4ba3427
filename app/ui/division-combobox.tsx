/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus --
   A datalist cannot be styled, numbered or tested; this is the combobox of the ARIA Authoring Practices, where the keys
   are the text field's. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '~/i18n/text';
import { classNames } from './class-names';
import { effectOfKey } from './combobox-keys';
import type { Wiring } from './field-wiring';
import { useDivisionOffers, type DivisionOffer } from './use-division-offers';
import { useHydrated } from './use-hydrated';

interface DivisionComboboxProps {
  wiring: Wiring;
  defaultValue: string;
  /** Of the form's last answer: what the field says now. */
  answer: { text: string } | undefined;
}

/** The text field of a division; with JavaScript, a list under it suggests what fits. */
export function DivisionCombobox({ wiring, defaultValue, answer }: DivisionComboboxProps) {
  const t = useText('organisations');
  const isHydrated = useHydrated();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { offers, isCurrent, offer } = useDivisionOffers();
  const [isWanted, setWanted] = useState(false);
  const [active, setActive] = useState<number>();
  const [whole, setWhole] = useState(answer?.text ?? defaultValue);
  const isOpen = isWanted && offers.length > 0;
  const optionId = (at: number) => `${listId}-${at}`;

  useEffect(() => {
    // The field is not drawn anew when its form comes back by script.
    if (!answer || !input.current) return;
    input.current.value = answer.text;
    setWhole(answer.text);
  }, [answer]);
  useEffect(() => {
    if (active !== undefined) {
      document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
    }
  }, [active, listId]);

  const close = () => {
    setWanted(false);
    setActive(undefined);
  };
  const take = (chosen: DivisionOffer | undefined) => {
    if (!chosen || !input.current) return;
    input.current.value = `${chosen.label} ${chosen.code}`;
    setWhole(input.current.value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter ends a word of a Chinese input method here; it takes nothing.
    if (event.nativeEvent.isComposing) return;
    const effect = effectOfKey(event.key, { isOpen, active, count: offers.length });
    if (!effect) return;
    event.preventDefault();
    if (effect.kind === 'close') return close();
    if (effect.kind === 'take') return take(offers[effect.at]);
    setWanted(true);
    setActive(effect.active);
  };
  const combobox = isHydrated && {
    role: 'combobox',
    'aria-autocomplete': 'list' as const,
    'aria-expanded': isOpen,
    'aria-controls': listId,
    'aria-activedescendant': isOpen && active !== undefined ? optionId(active) : undefined,
  };
  return (
    <div className="relative">
      <input
        {...wiring.control}
        {...combobox}
        ref={input}
        type="text"
        autoComplete="off"
        defaultValue={defaultValue}
        onInput={(event) => {
          offer(event.currentTarget.value);
          setWhole('');
          setWanted(true);
          setActive(undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        className="field-control"
      />
      <Suggestions
        {...{ listId, label: t('divisionOffers'), offers, isOpen, active, optionId }}
        onTake={(chosen) => take(chosen)}
      />
      <WholeText text={whole} />
      <output className="block text-sm text-ink-soft">
        {/* Stays when the field is left: a button that moves up under the pointer is not pressed. */}
        {isCurrent && offers.length === 0 && t('divisionNone')}
        {isOpen && <span className="sr-only">{t('divisionFound', { count: offers.length })}</span>}
      </output>
    </div>
  );
}

/** About what a phone's field has room for. */
const FIELD_CHARACTERS = 18;

/** What was chosen, where the field itself is too narrow to show the end of it. */
function WholeText({ text }: { text: string }) {
  if (text.length <= FIELD_CHARACTERS || !/\d{12}$/.test(text)) return null;
  return (
    <p aria-hidden className="pt-1 text-sm text-ink-soft sm:hidden">
      {text}
    </p>
  );
}

interface SuggestionsProps {
  listId: string;
  label: string;
  offers: readonly DivisionOffer[];
  isOpen: boolean;
  active: number | undefined;
  optionId: (at: number) => string;
  onTake: (chosen: DivisionOffer) => void;
}

function Suggestions(props: SuggestionsProps) {
  const { listId, label, offers, isOpen, active, optionId, onTake } = props;
  return (
    <div
      id={listId}
      role="listbox"
      aria-label={label}
      hidden={!isOpen}
      className="absolute inset-x-0 z-20 mt-1 max-h-80 overflow-y-auto rounded-lg border border-edge bg-sheet py-1 shadow-lg"
    >
      {offers.map((offer, at) => (
        <div
          key={offer.code}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          // The field keeps the focus; the press on it would take it away and close the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(offer)}
          className={classNames(
            'flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 px-3 py-2',
            at === active ? 'bg-persimmon-wash' : 'hover:bg-mist',
          )}
        >
          <span>{offer.label}</span>
          <span className="text-sm text-ink-soft tabular-nums">{offer.code}</span>
        </div>
      ))}
    </div>
  );
}

import { Form } from '@remix-run/react';
import type { ItemUnit } from '~/domain/catalogue';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { buttonLooks } from '~/ui/button-looks';
import { classNames } from '~/ui/class-names';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import type { RefusedAnswer } from '~/ui/form-answer';
import { useAmount, useName } from '~/ui/item-amount';
import { SignForm } from './sign-form';
import { SignedList, type ShownSignOff } from './signed-list';
import { useRecipientName } from './use-handout-words';

export interface LineItem {
  nameZh: string;
  nameEn: string;
  units: ItemUnit[];
}

export interface SignableLine {
  id: string;
  /** Made for the next signature on this line. */
  newId: string;
  name: string;
  householdId: string | null;
  unnamedCount: number | null;
  size: string;
  unitCode: string;
  entitled: number;
  left: number;
  sizesReady: { size: string; quantity: number }[];
  signOffs: ShownSignOff[];
}

interface LineCardProps {
  line: SignableLine;
  item: LineItem | undefined;
  envelope: EnvelopeProps;
  answer: RefusedAnswer | undefined;
  maySign: boolean;
  mayPost: boolean;
  mayUndo: boolean;
}

/** One person's due: big enough for a thumb, and small once all is collected; signing unfolds below, with or without JavaScript. */
export function LineCard(props: LineCardProps) {
  const { line, item, envelope, answer, maySign, mayPost, mayUndo } = props;
  const t = useText('handouts');
  const amount = useAmount();
  const nameOf = useName();
  const recipient = useRecipientName()(line);
  const say = (quantity: number) =>
    item ? amount(quantity, item.units, line.unitCode) : String(quantity);
  const typed = answer?.lastResult?.initialValue;
  const refusedHere = typed?.['handoutLineId'] === line.id && typed['_intent'] === 'sign';
  return (
    <li
      id={`line-${line.id}`}
      className={classNames(
        'scroll-mt-24 rounded-card border border-line bg-sheet px-4 shadow-card sm:px-5',
        line.left > 0 ? 'space-y-3 py-4' : 'space-y-1 py-2',
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className={line.left > 0 ? 'text-xl' : 'text-base'}>{recipient}</h2>
        <p className="text-ink-soft">
          {item && nameOf(item)} {line.size} · {t('due')} {say(line.entitled)}
        </p>
        <p className="ms-auto font-medium">
          {line.left > 0 ? t('left', { left: say(line.left) }) : t('allCollected')}
        </p>
      </div>
      <SignedList
        line={line}
        say={say}
        envelope={envelope}
        mayPost={mayPost}
        mayUndo={mayUndo}
        answer={answer}
      />
      {maySign && (
        <div className="flex flex-wrap items-start gap-x-3 gap-y-1 empty:hidden">
          {line.left > 0 && (
            <details open={refusedHere || undefined} className="open:basis-full open:space-y-4">
              <summary className={buttonLooks('primary', false)}>
                {line.signOffs.length > 0 ? t('signAgain') : t('signOff')}
                <span className="sr-only">{recipient}</span>
              </summary>
              <SignForm
                key={line.signOffs.length}
                line={line}
                unit={item?.units.find(({ code }) => code === line.unitCode)}
                say={say}
                envelope={envelope}
                answer={refusedHere ? answer : undefined}
              />
            </details>
          )}
          {line.signOffs.length === 0 && (
            <Form method="post">
              <EnvelopeFields {...envelope} intent="remove" />
              <input type="hidden" name="handoutLineId" value={line.id} />
              <Button kind="quiet">
                {t('remove')}
                <span className="sr-only">{recipient}</span>
              </Button>
            </Form>
          )}
        </div>
      )}
    </li>
  );
}

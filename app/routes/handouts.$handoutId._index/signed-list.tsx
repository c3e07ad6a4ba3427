import { Form } from '@remix-run/react';
import type { ProxyRelationship, SignOffOutcome, SignOffStatus } from '~/domain/sign-off';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { InstantText } from '~/ui/date-text';
import { useDisputeWord } from '~/ui/dispute-words';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import type { RefusedAnswer } from '~/ui/form-answer';
import { optionsOf } from '~/ui/register-words';
import { SelectField } from '~/ui/select-field';
import { SignatureDrawing } from '~/ui/signature-drawing';
import { StatusBadge } from '~/ui/status-badge';
import type { SignableLine } from './line-card';
import { PostForm } from './post-form';
import { useHandoutWords, useRecipientName } from './use-handout-words';

export interface ShownSignOff {
  id: string;
  status: SignOffStatus;
  outcome: SignOffOutcome;
  quantity: number;
  size: string | null;
  proxyName?: string | undefined;
  proxyRelationship: string | null;
  signature?: { strokes?: string; typedName?: string } | undefined;
  disputeCode: string | null;
  signedAt: string | Date;
  version: number;
}

interface SignedListProps {
  line: SignableLine;
  say: (quantity: number) => string;
  envelope: EnvelopeProps;
  /** Post what was signed and disputed. */
  mayPost: boolean;
  mayUndo: boolean;
  answer: RefusedAnswer | undefined;
}

/** What was signed for on a line, with its posting after all and its undoing. */
export function SignedList(props: SignedListProps) {
  const { line, say, envelope, mayPost, mayUndo, answer } = props;
  if (line.signOffs.length === 0) return null;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {line.signOffs.map((signOff) => (
        <li key={signOff.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
          <Signed signOff={signOff} recipient={line} say={say} />
          {mayPost && signOff.status === 'disputed' && (
            <PostForm signOff={signOff} line={line} envelope={envelope} answer={answer} say={say} />
          )}
          {mayUndo && signOff.status !== 'reversed' && (
            <Undo signOff={signOff} lineId={line.id} envelope={envelope} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface SignedProps {
  signOff: ShownSignOff;
  recipient: SignableLine;
  say: SignedListProps['say'];
}

function Signed({ signOff, recipient, say }: SignedProps) {
  const t = useText('handouts');
  const disputeWord = useDisputeWord();
  const { outcomes, relationships } = useHandoutWords();
  const recipientName = useRecipientName()(recipient);
  const { signature, proxyName, quantity, disputeCode } = signOff;
  const relationship = relationships[signOff.proxyRelationship as ProxyRelationship];
  return (
    <>
      <StatusBadge status={`sign_off.${signOff.status}`} />
      <span>
        {outcomes[signOff.outcome]} {quantity > 0 && say(quantity)}
      </span>
      <span className="text-sm text-ink-soft">
        <InstantText at={signOff.signedAt} style="short" />
      </span>
      {proxyName && <span>{t('proxyBy', { name: proxyName, relationship })}</span>}
      {signature?.typedName && <span>{signature.typedName}</span>}
      {signature?.strokes && (
        <SignatureDrawing
          strokes={signature.strokes}
          label={t('signatureOf', { name: proxyName ?? recipientName })}
          className="h-8"
        />
      )}
      {disputeCode && signOff.status === 'disputed' && (
        <p className="basis-full text-brick">
          {t('disputeBecause', { why: disputeWord(disputeCode) })}
        </p>
      )}
    </>
  );
}

interface UndoProps {
  signOff: ShownSignOff;
  lineId: string;
  envelope: EnvelopeProps;
}

function Undo({ signOff, lineId, envelope }: UndoProps) {
  const t = useText('handouts');
  const { reasons } = useHandoutWords();
  return (
    <details className="ms-auto open:basis-full">
      <summary className="flex min-h-11 cursor-pointer items-center underline underline-offset-4">
        {t('undo')}
      </summary>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <EnvelopeFields {...envelope} version={signOff.version} intent="undo" />
        <input type="hidden" name="signOffId" value={signOff.id} />
        <input type="hidden" name="handoutLineId" value={lineId} />
        <SelectField
          name="reason"
          label={t('undoReason')}
          hint={signOff.status === 'disputed' ? t('undoDisputedHint') : t('undoHint')}
          options={optionsOf(reasons)}
          required
        />
        <Button kind="danger">{t('undo')}</Button>
      </Form>
    </details>
  );
}

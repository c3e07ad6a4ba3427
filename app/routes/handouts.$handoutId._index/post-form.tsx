import { Form } from '@remix-run/react';
import { useText } from '~/i18n/text';
import { Button } from '~/ui/button';
import { EnvelopeFields, type EnvelopeProps } from '~/ui/envelope-fields';
import { errorsAt, type RefusedAnswer } from '~/ui/form-answer';
import { SelectField } from '~/ui/select-field';
import type { SignableLine } from './line-card';
import type { ShownSignOff } from './signed-list';

interface PostFormProps {
  signOff: ShownSignOff;
  line: SignableLine;
  envelope: EnvelopeProps;
  answer: RefusedAnswer | undefined;
  say: (quantity: number) => string;
}

/** Books what was signed for, once the goods are here; which size, where several lie ready. */
export function PostForm({ signOff, line, envelope, answer, say }: PostFormProps) {
  const t = useText('handouts');
  const sizes = line.sizesReady.filter(({ size }) => size !== '');
  const typed = answer?.lastResult?.initialValue;
  const refusedHere = typed?.['signOffId'] === signOff.id && typed['_intent'] === 'post';
  return (
    <Form method="post" className="flex basis-full flex-wrap items-end gap-3 py-2">
      <EnvelopeFields {...envelope} version={signOff.version} intent="post" />
      <input type="hidden" name="signOffId" value={signOff.id} />
      <input type="hidden" name="handoutLineId" value={line.id} />
      {sizes.length > 1 && (
        <SelectField
          name="size"
          label={t('size')}
          defaultValue={signOff.size ?? undefined}
          errors={refusedHere ? errorsAt(answer, 'size') : undefined}
          options={sizes.map(({ size, quantity }) => ({
            value: size,
            label: t('sizeOption', { size, left: say(quantity) }),
          }))}
        />
      )}
      <Button kind="secondary">{t('post')}</Button>
    </Form>
  );
}

import { Form } from '@remix-run/react';
import type { DomainError } from '~/domain/error';
import { useErrorText } from '~/i18n/error-text';
import { Button } from './button';
import { Card } from './card';
import { EnvelopeFields, type EnvelopeProps } from './envelope-fields';
import { Notice } from './notice';

interface EndCardProps {
  /** Of the card, and of its button. */
  title: string;
  hint: string;
  envelope: EnvelopeProps;
  /** Everything that has to be settled first; none: it can end now. */
  inTheWay: readonly DomainError[];
}

/** Ends a record for good (`_intent` is `end`), or tells all that stands in the way. */
export function EndCard({ title, hint, envelope, inTheWay }: EndCardProps) {
  const errorText = useErrorText();
  return (
    <Card title={title}>
      <p className="text-sm text-ink-soft">{hint}</p>
      {inTheWay.length > 0 ? (
        <Notice tone="waiting">
          <ul className="space-y-1">
            {inTheWay.map((error) => (
              <li key={error.code}>{errorText(error)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Form method="post">
          <EnvelopeFields {...envelope} intent="end" />
          <Button kind="danger">{title}</Button>
        </Form>
      )}
    </Card>
  );
}

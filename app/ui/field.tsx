import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { classNames } from './class-names';
import type { FieldProps, Wiring } from './field-wiring';

interface FieldFrameProps {
  props: FieldProps;
  wiring: Wiring;
  children: ReactNode;
}

/** Label above, hint below it, control, then the error: the frame of every single control. */
export function FieldFrame({ props, wiring, children }: FieldFrameProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label
        htmlFor={wiring.id}
        className={classNames('block font-medium', props.labelHidden && 'sr-only')}
      >
        {props.label}
        <RequiredMark required={wiring.required} />
      </label>
      {props.hint && <FieldHint id={wiring.hintId}>{props.hint}</FieldHint>}
      {children}
      <FieldErrors id={wiring.errorId} errors={wiring.errors} />
    </div>
  );
}

/** A word, not a star: nobody has to know a convention. */
export function RequiredMark({ required }: { required: boolean }) {
  const t = useText('common');
  if (!required) return null;
  return (
    <span className="ms-2 align-[0.08em] text-xs font-normal text-persimmon">{t('required')}</span>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-sm text-ink-soft">
      {children}
    </p>
  );
}

/** The place of the errors is always there, so that a screen reader hears one arrive. */
export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  return (
    <div id={id} aria-live="polite" className={errors.length > 0 ? '' : 'hidden'}>
      {errors.map((error) => (
        <p key={error} className="flex items-start gap-1.5 text-sm font-medium text-brick">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      ))}
    </div>
  );
}

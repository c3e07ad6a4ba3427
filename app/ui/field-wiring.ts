import { useId } from 'react';
import { useErrorText } from '~/i18n/error-text';

/** The part of Conform's field metadata that a control needs; any `fields.x` fits. */
export interface FieldLike {
  id: string;
  name: string;
  errorId: string;
  descriptionId: string;
  errors: string[] | undefined;
  required?: boolean | undefined;
  defaultValue?: string | undefined;
  defaultChecked?: boolean | undefined;
}

/** Either `field` (Conform) or `name` (plain) must be given; what is set beside `field` wins. */
export interface FieldProps {
  field?: FieldLike | undefined;
  name?: string | undefined;
  label: string;
  hint?: string | undefined;
  /** Marks the field and sets `required`; taken from the schema when Conform's constraint is wired. */
  required?: boolean | undefined;
  /** Error codes or finished sentences. */
  errors?: string[] | undefined;
  defaultValue?: string | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  /** Hides the label from sight where a heading or table already says it. */
  labelHidden?: boolean | undefined;
}

export interface Wiring {
  id: string;
  name: string;
  hintId: string;
  errorId: string;
  errors: string[];
  required: boolean;
  /** To spread on the control. */
  control: {
    id: string;
    name: string;
    required: boolean;
    disabled: boolean | undefined;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
  };
}

/** Joins label, hint and error to a control: ids, descriptions, the invalid mark, translated errors. */
export function useFieldWiring(props: FieldProps): Wiring {
  const ownId = useId();
  const errorText = useErrorText();
  const { field } = props;
  const id = field?.id ?? ownId;
  const name = props.name ?? field?.name;
  if (name === undefined) throw new Error(`The field "${props.label}" has no name.`);
  const errors = (props.errors ?? field?.errors ?? []).map(errorText);
  const hintId = field?.descriptionId ?? `${id}-hint`;
  const errorId = field?.errorId ?? `${id}-error`;
  const required = props.required ?? field?.required ?? false;
  const described = [errors.length > 0 && errorId, props.hint && hintId].filter(Boolean).join(' ');
  return {
    id,
    name,
    hintId,
    errorId,
    errors,
    required,
    control: {
      id,
      name,
      required,
      disabled: props.disabled,
      'aria-invalid': errors.length > 0 || undefined,
      'aria-describedby': described || undefined,
    },
  };
}

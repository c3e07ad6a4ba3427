import type { HTMLInputTypeAttribute, InputHTMLAttributes } from 'react';
import { FieldFrame } from './field';
import { useFieldWiring, type FieldProps } from './field-wiring';

interface TextFieldProps extends FieldProps {
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'tel' | 'password' | 'search' | 'url' | 'email'>;
  autoComplete?: string | undefined;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  placeholder?: string | undefined;
  maxLength?: number | undefined;
}

export function TextField(props: TextFieldProps) {
  const wiring = useFieldWiring(props);
  const { type = 'text', autoComplete = 'off', inputMode, placeholder, maxLength } = props;
  return (
    <FieldFrame props={props} wiring={wiring}>
      <input
        {...wiring.control}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        placeholder={placeholder}
        maxLength={maxLength}
        readOnly={props.readOnly}
        defaultValue={props.defaultValue ?? props.field?.defaultValue}
        className="field-control"
      />
    </FieldFrame>
  );
}

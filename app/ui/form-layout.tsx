import type { ReactNode } from 'react';

/** Fields in one column on a phone, two at a desk; wrap a wide one in `<WideField>`. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2">{children}</div>;
}

export function WideField({ children }: { children: ReactNode }) {
  return <div className="sm:col-span-2">{children}</div>;
}

/** The end of a form: the one primary action first, then the quiet ways out. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="actions flex flex-wrap items-start gap-3 pt-2">{children}</div>;
}

import type { Point } from '~/domain/coordinates';

/** Names of a form's inputs. */
export interface PinFields {
  latitude: string;
  longitude: string;
  datum: string;
  /** Set to `pinned`, where the form has it. */
  precision?: string | undefined;
}

/** A fifth decimal is one metre. */
export const degrees = (value: number) => value.toFixed(5);

/** Fills in a form as if it were typed, so that whatever listens to the inputs hears of it. */
export function writePin(form: HTMLFormElement, fields: PinFields, point: Point): void {
  write(form, fields.latitude, degrees(point.latitude));
  write(form, fields.longitude, degrees(point.longitude));
  write(form, fields.datum, 'WGS84');
  if (fields.precision) write(form, fields.precision, 'pinned');
}

function write(form: HTMLFormElement, name: string, value: string): void {
  const input = form.elements.namedItem(name);
  if (!(input instanceof HTMLInputElement || input instanceof HTMLSelectElement)) return;
  // React keeps its own record of an input's value and would not see a plain assignment.
  const prototype = Object.getPrototypeOf(input) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

import { plainText } from './number-text';
import { ok, refuse, type Result } from './result';

/** A mainland mobile number as 11 digits; +86, spaces and dashes are taken off. Errors carry no facts: it is personal. */
export function parseMobile(text: string, field?: string): Result<string> {
  const plain = plainText(text).replace(/[ \-()]/g, '');
  if (plain === '') return refuse('form.required', undefined, field);
  const digits = plain.replace(/^(?:\+86|0086|86(?=1\d{10}$))/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? ok(digits) : refuse('phone.form', undefined, field);
}

/** 138****1234, for readers who may know that a number is on file and not the number. */
export function maskMobile(mobile: string): string {
  return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}

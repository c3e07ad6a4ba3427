/** Every refusal the product can give, grouped by noun. The i18n namespace `errors` holds one text a code. */
export const errorCodes = [
  // form: what any form may be told
  'form.required',
  'form.invalid',
  'form.too_long',
  'form.too_large',
  'form.not_a_number',
  'form.not_positive',
  'form.not_a_day',
  'form.unknown_choice',
  'form.nothing_entered',
  'form.origin',
  // access
  'access.signed_out',
  'access.role',
  'access.division',
  'access.organisation',
  'access.membership_changed',
  'access.same_user',
  'access.not_found',
  // record: any aggregate
  'record.status',
  'record.stale',
  // command
  'command.key_reused',
  'command.busy',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a message needs to be exact: numbers, codes, statuses. Never a name, number or address of a person. */
export type Facts = Record<string, string | number>;

export interface DomainError {
  code: ErrorCode;
  facts?: Facts;
  field?: string;
}

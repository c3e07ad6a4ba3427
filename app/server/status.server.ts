import type { DomainError } from '~/domain/error';

const special: Partial<Record<DomainError['code'], number>> = {
  'access.signed_out': 401,
  'access.not_found': 404,
  'setup.done': 410,
  'invitation.unknown': 404,
  'invitation.used': 410,
  'invitation.expired': 410,
  'invitation.withdrawn': 410,
  'password_reset.unknown': 404,
  'password_reset.used': 410,
  'password_reset.expired': 410,
  'password_reset.withdrawn': 410,
  'record.stale': 409,
  'record.status': 409,
  'donation.line_open': 409,
  'donation.nothing_missing': 409,
  'donation.place_ended_since': 409,
  'donation.donor_ended_since': 409,
  'command.key_reused': 409,
  'command.busy': 503,
  'form.body_too_large': 413,
};

/** HTTP status of a refusal, in one place. */
export function statusOf(error: DomainError): number {
  return special[error.code] ?? (error.code.startsWith('access.') ? 403 : 422);
}

import type { z } from 'zod';
import type { ErrorCode } from './error';

/** zod's own complaints as our codes, for every form, on the server and in the browser. */
export function formErrorMap(issue: z.core.$ZodRawIssue): ErrorCode {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'form.required';
      return issue.expected === 'number' || issue.expected === 'int'
        ? 'form.not_a_number'
        : 'form.invalid';
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return 'form.required';
      return 'form.not_positive';
    case 'too_big':
      return issue.origin === 'string' ? 'form.too_long' : 'form.too_large';
    case 'invalid_value':
      return issue.input === undefined ? 'form.required' : 'form.unknown_choice';
    default:
      return 'form.invalid';
  }
}

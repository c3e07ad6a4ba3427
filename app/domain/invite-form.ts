import { z } from 'zod';
import { roles } from './actor';
import { parseMobile } from './phone';

const emptyAsMissing = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

/** An administrator's invitation as typed. */
export const inviteSchema = z.object({
  organisationId: z.uuid(),
  role: z.enum(roles),
  /** Words or a code; the organisation's own division when left empty. */
  division: z.preprocess(emptyAsMissing, z.string().max(120).optional()),
  displayName: z.preprocess(emptyAsMissing, z.string().trim().max(60).optional()),
  phone: z.preprocess(
    emptyAsMissing,
    z
      .string()
      .transform((typed, context) => {
        const mobile = parseMobile(typed);
        if (mobile.ok) return mobile.value;
        context.addIssue({ code: 'custom', message: mobile.error.code });
        return z.NEVER;
      })
      .optional(),
  ),
});

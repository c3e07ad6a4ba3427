import { z } from 'zod';

/** What the end of a place took with it, as its event notes it; nothing for an end that is older than the note. */
export const placeEndSchema = z.object({ programmeIds: z.array(z.guid()).default([]) });

const endedMembership = z.object({
  membershipId: z.guid(),
  /** When it would have ended otherwise. */
  validTo: z.string().nullable(),
});
export type EndedMembership = z.output<typeof endedMembership>;

/** What the end of an organisation took with it, as its event notes it. */
export const organisationEndSchema = z.object({
  memberships: z.array(endedMembership).default([]),
});

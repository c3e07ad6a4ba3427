import { redirect } from '@remix-run/node';
import type { z } from 'zod';
import { acceptDonation } from '~/commands/accept-donation.server';
import { closeDonation } from '~/commands/close-donation.server';
import type { Command } from '~/commands/command.server';
import type { DonationStepInput } from '~/commands/donation-step.server';
import { declineDonation } from '~/commands/decline-donation.server';
import { reopenDonation } from '~/commands/reopen-donation.server';
import { reopenDonationLine } from '~/commands/reopen-donation-line.server';
import { reverseCount } from '~/commands/reverse-count.server';
import { withdrawDonation } from '~/commands/withdraw-donation.server';
import { isUuid } from '~/domain/account';
import { visibleScope, type Actor } from '~/domain/actor';
import {
  acceptSchema,
  closeSchema,
  declineSchema,
  reopenLineSchema,
  reopenSchema,
  reverseCountSchema,
  withdrawSchema,
} from '~/domain/donation-form';
import { paths } from '~/paths';
import type { ServerEnv } from '~/server/env.server';
import { parseForm, readPosted, type PostedForm } from '~/server/form.server';
import { found, refuseRequest, respond } from '~/server/respond.server';
import { findDonation, type DonationOnPage } from '~db/queries/donations.server';
import { listItemsById } from '~db/queries/items.server';

/** One of the page's forms, by its intent. */
export async function donationPosted(
  env: ServerEnv,
  actor: Actor,
  donationId: string,
  request: Request,
) {
  const donation = found(
    isUuid(donationId) ? await findDonation(env.db, visibleScope(actor), donationId) : undefined,
  );
  const posted = await readPosted(request);
  const run = sender(env, actor, donation, posted);
  switch (posted.intent) {
    case 'accept':
      return run(acceptSchema(await factors(env, donation)), acceptDonation);
    case 'decline':
      return run(declineSchema, declineDonation);
    case 'withdraw':
      return run(withdrawSchema, withdrawDonation);
    case 'close':
      return run(closeSchema, closeDonation);
    case 'reopen':
      return run(reopenSchema, reopenDonation);
    case 'reopen-line':
      return run(reopenLineSchema, reopenDonationLine);
    case 'reverse-count':
      return run(reverseCountSchema, reverseCount);
    default:
      return refuseRequest({ code: 'form.invalid' });
  }
}

function sender(env: ServerEnv, actor: Actor, donation: DonationOnPage, posted: PostedForm) {
  return async <S extends z.ZodObject, O>(
    schema: S,
    command: Command<z.output<S> & DonationStepInput, O>,
  ) => {
    const form = parseForm(posted, actor, schema);
    if (!form.ok) return form.answer;
    const step: DonationStepInput = { donationId: donation.id, version: form.version };
    const input = Object.assign(step, form.value);
    const result = await command(env, form.envelope, input);
    return respond(form, result, () => redirect(paths.donation(donation.id)));
  };
}

/** Smallest units in one of each line's unit. */
async function factors(env: ServerEnv, donation: DonationOnPage) {
  const items = await listItemsById(
    env.db,
    donation.lines.map((line) => line.itemId),
  );
  return (lineId: string): number | undefined => {
    const line = donation.lines.find((one) => one.id === lineId);
    const item = items.find((one) => one.id === line?.itemId);
    return item?.units.find((unit) => unit.code === line?.unitCode)?.factor;
  };
}

import type { Tx } from '~db/client.server';
import { listItemsById } from '~db/queries/items.server';
import { findCampaignRow } from '~db/store/campaign.server';
import type { NewRequestLine } from '~db/store/request.server';
import { joiningRefusal } from '~/domain/campaign';
import type { RequestForm } from '~/domain/request-form';
import { ok, refuse, type Result } from '~/domain/result';

/** What the form says in columns; the programme decides place and organisation. */
export function draftedColumns(form: RequestForm) {
  return {
    headCount: form.headCount,
    needBy: form.needBy,
    urgency: form.urgency,
    urgencyReason: form.urgencyReason ?? null,
    campaignId: form.campaignId ?? null,
  };
}

/** The form's lines with ids, where campaign and items are there to be named. */
export async function draftedLines(
  tx: Tx,
  newId: () => string,
  form: RequestForm,
): Promise<Result<NewRequestLine[]>> {
  if (form.campaignId) {
    const error = joiningRefusal(await findCampaignRow(tx, form.campaignId));
    if (error) return { ok: false, error };
  }
  const items = await listItemsById(
    tx,
    form.lines.map((line) => line.itemId),
  );
  // What a kit holds is asked for, never the kit: goods are counted by item.
  const there = new Set(items.filter((one) => !one.retired && !one.isKit).map((one) => one.id));
  const unknown = form.lines.findIndex((line) => !there.has(line.itemId));
  if (unknown >= 0) {
    return refuse('form.unknown_choice', undefined, `lines[${unknown}].itemCode`);
  }
  return ok(
    form.lines.map(({ itemId, size, quantity, unitCode, largerSizeServes }) => ({
      id: newId(),
      itemId,
      size,
      quantity,
      unitCode,
      largerSizeServes,
    })),
  );
}

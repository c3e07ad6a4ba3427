import { sql } from 'drizzle-orm';
import type { Database, Tx } from '~db/client.server';
import type { PlaceHead } from '~/domain/map/picture';
import type { Datum, PlaceKind, Precision } from '~/domain/organisation';

type Reader = Database | Tx;

interface HeadRow extends Record<string, unknown> {
  id: string;
  name: string;
  kind: PlaceKind;
  organisation: string;
  division: string;
  ended: string | null;
  longitude: number | null;
  latitude: number | null;
  datum: Datum | null;
  precision: Precision | null;
}

/** Every place by its id, in the order of divisions. */
export async function readPlaceHeads(db: Reader): Promise<Map<string, PlaceHead>> {
  const rows = await db.execute<HeadRow>(sql`
    select p.id, p.name, p.kind, p.organisation_id as organisation, p.division_code as division,
      p.ended_on::text as ended, p.longitude, p.latitude, p.datum, p.precision
    from place p order by p.division_code, p.name, p.id`);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        kind: row.kind,
        organisationId: row.organisation,
        divisionCode: row.division,
        endedOn: row.ended,
        longitude: row.longitude ?? undefined,
        latitude: row.latitude ?? undefined,
        precision: row.precision ?? 'county',
      },
    ]),
  );
}

/** Names of what a village lies in, by 12-digit code: prefectures, counties and townships. */
export async function readDivisionNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db.execute<{ code: string; name: string }>(
    sql`select code, name from division where level between 2 and 4`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

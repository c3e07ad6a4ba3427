import { sql } from 'drizzle-orm';
import type { Tx } from '~db/client.server';
import { readSeedFile } from './seed-file.server';

/** Loads the committed points of divisions; they are ours alone, so a newer file replaces what an older one said. */
export async function seedDivisionPoints(tx: Tx): Promise<void> {
  const rows = readSeedFile('geo/division-points.csv')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [division_code, latitude, longitude, source] = line.split(',');
      return { division_code, latitude: Number(latitude), longitude: Number(longitude), source };
    });
  await tx.execute(sql`
    insert into division_point (division_code, latitude, longitude, source)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (division_code text, latitude float8, longitude float8, source text)
    on conflict (division_code) do update set
      latitude = excluded.latitude, longitude = excluded.longitude, source = excluded.source
    where (division_point.latitude, division_point.longitude, division_point.source)
      is distinct from (excluded.latitude, excluded.longitude, excluded.source)`);
}

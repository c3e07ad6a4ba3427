import type postgres from 'postgres';
import { v7 } from 'uuid';

export interface LotWish {
  packSize?: number;
}

/** Rows that lots hang on: an organisation, its depot, an item and a donation line. */
export interface Ground {
  organisationId: string;
  placeId: string;
  itemId: string;
  donationLineId: string;
}

export async function makeGround(owner: postgres.Sql): Promise<Ground> {
  const [organisationId, placeId, itemId, donationId, donationLineId] = [
    v7(),
    v7(),
    v7(),
    v7(),
    v7(),
  ];
  await owner`insert into organisation (id, kind, name, division_code, county_code, created_at)
    values (${organisationId}, 'foundation', '测试基金会', '440106000000', '440106', now())`;
  await owner`insert into place (id, organisation_id, kind, name, division_code, county_code, created_at)
    values (${placeId}, ${organisationId}, 'depot', '测试储备中心', '451102000000', '451102', now())`;
  await owner`insert into item (id, code, name_zh, name_en, category, smallest_unit, weight_mg, volume_ul)
    values (${itemId}, ${itemId}, '大米', 'Rice', 'food', 'g', 1000, 1200)`;
  await owner`insert into donation (id, code, donor_organisation_id, place_id, county_code, status,
      pledged_by_user_id, created_at)
    values (${donationId}, ${donationId}, ${organisationId}, ${placeId}, '440106', 'accepted', ${v7()}, now())`;
  await owner`insert into donation_line (id, donation_id, position, item_id, quantity, unit_code, value_basis,
      value_low_fen, value_high_fen)
    values (${donationLineId}, ${donationId}, 1, ${itemId}, 1000000, 'g', 'invoice', 1, 1)`;
  return { organisationId, placeId, itemId, donationLineId };
}

/** New lots of the ground's donation line; their ids in the order of the wishes. */
export async function makeLots(
  owner: postgres.Sql,
  ground: Ground,
  wishes: LotWish[],
): Promise<string[]> {
  const rows = wishes.map((wish) => ({
    id: v7(),
    item_id: ground.itemId,
    donation_line_id: ground.donationLineId,
    pack_size: wish.packSize ?? null,
  }));
  await owner`insert into lot ${owner(rows, 'id', 'item_id', 'donation_line_id', 'pack_size')}`;
  return rows.map((row) => row.id);
}

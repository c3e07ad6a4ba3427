import type postgres from 'postgres';

/** Of the whole country's size in years, not of one winter: 4,000 lots of 2,000 donation lines, 50 movements a lot. */
export const sizes = {
  donations: 200,
  linesADonation: 10,
  lotsALine: 2,
  items: 20,
  centres: 100,
  households: 20_000,
  needs: 10_000,
  /** Each is held, sent in a shipment and received; a quarter of them as one box. */
  allocationsALot: 4,
  handOutsAnAllocation: 9,
};

const lots = sizes.donations * sizes.linesADonation * sizes.lotsALine;
const LOOSE = '00000000-0000-0000-0000-000000000000';

/** SQL: an id made from a word and a number: random in its order, as an index likes it least. */
const id = (word: string, n: string) => `md5('${word}' || (${n}))::uuid`;
/** SQL: the county of a centre; five, in turn. */
const county = (n: string) => `('4511' || lpad((1 + (${n}) % 5)::text, 2, '0'))`;
const series = (n: number) => `generate_series(0, ${n - 1}) n`;
const centreOfLot = `(a * 7 + n / 10) % ${sizes.centres}`;

export const codeOfParcel = (n: number) => `parcel-${n}`;
export const codeOfDonation = (n: number) => `donation-${n}`;

/** Writes documents, accounts and movements as the product would have left them, past ledger_post; then the balances. */
export async function makeGoods(owner: postgres.Sql): Promise<void> {
  for (const statement of [...documents, ...accounts, ...movements, ...balances]) {
    await owner.unsafe(statement);
  }
  await owner.unsafe('vacuum analyze');
}

const documents = [
  `insert into organisation (id, kind, name, division_code, county_code, created_at)
    select ${id('org', 'n')}, case when n = 0 then 'depot' else 'foundation' end, 'o' || n, '440106000000', '440106', now()
    from ${series(51)}`,
  `insert into place (id, organisation_id, kind, name, division_code, county_code, created_at)
    select ${id('place', 'n')}, ${id('org', '0')}, case when n < 5 then 'depot' else 'centre' end, 'p' || n,
      ${county('n')} || lpad(n::text, 6, '0'), ${county('n')}, now() from ${series(sizes.centres + 5)}`,
  `insert into programme (id, place_id, "group", name, county_code, created_at)
    select ${id('programme', 'n')}, ${id('place', 'n + 5')}, 'elderly', 'g' || n, ${county('n')}, now()
    from ${series(sizes.centres)}`,
  `insert into item (id, code, name_zh, name_en, category, smallest_unit, weight_mg, volume_ul)
    select ${id('item', 'n')}, 'i' || n, 'i' || n, 'i' || n, 'food', 'g', 1, 1 from ${series(sizes.items)}`,
  `insert into donation (id, code, donor_organisation_id, place_id, county_code, status, pledged_by_user_id, created_at)
    select ${id('donation', 'n')}, 'donation-' || n, ${id('org', '1 + n % 50')}, ${id('place', 'n % 5')}, '440106',
      'accepted', ${id('user', '0')}, now() from ${series(sizes.donations)}`,
  `insert into donation_line (id, donation_id, position, item_id, quantity, unit_code, value_basis, value_low_fen,
      value_high_fen)
    select ${id('line', 'n')}, ${id('donation', `n / ${sizes.linesADonation}`)}, n, ${id('item', `n % ${sizes.items}`)},
      1000, 'g', 'invoice', 1, 1 from ${series(sizes.donations * sizes.linesADonation)}`,
  `insert into lot (id, item_id, donation_line_id)
    select ${id('lot', 'n')}, ${id('item', `n / ${sizes.lotsALine} % ${sizes.items}`)}, ${id('line', `n / ${sizes.lotsALine}`)}
    from ${series(lots)}`,
  `insert into parcel (id, code, kind, place_id, county_code, packed_by_user_id, created_at)
    select ${id('parcel', 'n')}, 'parcel-' || n, 'box', ${id('place', 'n % 5')}, ${county('n')}, ${id('user', '0')}, now()
    from ${series(lots)}`,
  `insert into request (id, programme_id, place_id, organisation_id, division_code, county_code, status, head_count,
      need_by, urgency, created_at)
    select ${id('request', 'n')}, ${id('programme', `n % ${sizes.centres}`)}, ${id('place', `5 + n % ${sizes.centres}`)},
      ${id('org', '0')}, ${county('n')} || '001001', ${county('n')}, 'approved', 10, '2099-01-01', 'normal', now()
    from ${series(sizes.needs / 10)}`,
  `insert into request_line (id, request_id, position, item_id, quantity, unit_code, approved_quantity)
    select ${id('need', 'n')}, ${id('request', 'n / 10')}, n, ${id('item', `n % ${sizes.items}`)}, 1000, 'g', 1000
    from ${series(sizes.needs)}`,
  `insert into allocation (id, request_id, organisation_id, county_code, status, allocated_by_user_id, created_at)
    select ${id('allocation', 'n')}, ${id('request', 'n')}, ${id('org', '0')}, ${county('n')}, 'active', ${id('user', '0')}, now()
    from ${series(sizes.needs / 10)}`,
  // A need of the lot's own item.
  `insert into allocation_line (id, allocation_id, request_line_id, donation_line_id, lot_id, place_id, quantity)
    select ${id('al', `n * ${sizes.allocationsALot} + a`)}, ${id('allocation', 'need / 10')}, ${id('need', 'need')},
      ${id('line', `n / ${sizes.lotsALine}`)}, ${id('lot', 'n')}, ${id('place', 'n % 5')}, 20
    from ${series(lots)} cross join generate_series(0, ${sizes.allocationsALot - 1}) a
      cross join lateral (select ((n * 31 + a * 211) % ${sizes.needs / sizes.items}) * ${sizes.items}
        + n / ${sizes.lotsALine} % ${sizes.items} as need) of_item`,
  `insert into shipment (id, code, from_place_id, to_place_id, from_county_code, to_county_code, status,
      created_by_user_id, created_at)
    select ${id('shipment', 'n')}, 's' || n, ${id('place', 'n % 5')}, ${id('place', `5 + n % ${sizes.centres}`)}, ${county('n')},
      ${county('n')}, 'received', ${id('user', '0')}, now() from ${series(1000)}`,
  `insert into household (id, county_code, residence_division_code, hukou_division_code, organisation_id,
      recipient_account_id, registered_on)
    select ${id('household', 'n')}, ${county('n')}, ${county('n')} || '001001', ${county('n')} || '001001', ${id('org', '0')},
      ${id('recipient', 'n')}, '2026-01-01' from ${series(sizes.households)}`,
];

const each = `${series(lots)} cross join generate_series(0, ${sizes.allocationsALot - 1}) a`;
const al = `n * ${sizes.allocationsALot} + a`;

const accountColumns = 'insert into account (id, key, kind, county_code, location_id';
const accounts = [
  `${accountColumns}, organisation_id)
    select ${id('donor', 'n')}, 'donor:' || n, 'donor', '440106', ${id('donor', 'n')}, ${id('org', 'n')} from ${series(51)}`,
  `${accountColumns}, place_id)
    select ${id('stock', 'n')}, 'stock:' || n, 'stock', ${county('n')}, ${id('place', 'n')}, ${id('place', 'n')} from ${series(5)}`,
  `${accountColumns}, place_id, allocation_line_id)
    select ${id('hold', al)}, 'hold:' || (${al}), 'hold', ${county('n')}, ${id('place', 'n % 5')}, ${id('place', 'n % 5')},
      ${id('al', al)} from ${each}`,
  `${accountColumns}, place_id, allocation_line_id)
    select ${id('there', al)}, 'there:' || (${al}), 'hold', ${county(centreOfLot)}, ${id('place', `5 + ${centreOfLot}`)},
      ${id('place', `5 + ${centreOfLot}`)}, ${id('al', al)} from ${each}`,
  `${accountColumns}, shipment_id)
    select ${id('transit', 'n')}, 'transit:' || n, 'transit', ${county('n')}, ${id('shipment', 'n')}, ${id('shipment', 'n')}
    from ${series(1000)}`,
  `${accountColumns})
    select ${id('recipient', 'n')}, 'recipient:' || n, 'recipient', ${county('n')}, ${id('recipient', 'n')}
    from ${series(sizes.households)}`,
];

/** One movement of one line for each row of `rows`, with `from` and `to` as [account, parcel]. */
function moved(
  kind: string,
  rows: string,
  key: string,
  line: { from: string[]; to: string[]; quantity: string; allocationLine?: string },
): string[] {
  const movementId = id(kind, key);
  return [
    `insert into movement (id, kind, cause_kind, cause_id, county_from, county_to, occurred_at, recorded_at, content_hash)
      select ${movementId}, '${kind}', 'bench', ${movementId}, ${county('n')}, ${county('n')}, now(), now(), ${movementId} from ${rows}`,
    `insert into movement_line (movement_id, line_no, lot_id, from_account_id, from_parcel_id, to_account_id,
        to_parcel_id, quantity, allocation_line_id)
      select ${movementId}, 1, ${id('lot', 'n')}, ${line.from.join(', ')}, ${line.to.join(', ')}, ${line.quantity},
        ${line.allocationLine ?? 'null'} from ${rows}`,
  ];
}

const loose = `'${LOOSE}'::uuid`;
const box = `case when a = 0 then ${id('parcel', 'n')} else ${loose} end`;
const stock = id('stock', 'n % 5');
const transit = id('transit', `(${al}) % 1000`);
const allocationLine = id('al', al);
const people = `${each} cross join generate_series(1, ${sizes.handOutsAnAllocation}) h`;

const movements = [
  moved('intake', series(lots), 'n', {
    from: [id('donor', `1 + n / ${sizes.linesADonation * sizes.lotsALine} % 50`), loose],
    to: [stock, loose],
    quantity: '100',
  }),
  moved('pack', series(lots), 'n', {
    from: [stock, loose],
    to: [stock, id('parcel', 'n')],
    quantity: '20',
  }),
  moved('hold', each, al, {
    from: [stock, box],
    to: [id('hold', al), box],
    quantity: '20',
    allocationLine,
  }),
  moved('dispatch', each, al, {
    from: [id('hold', al), box],
    to: [transit, box],
    quantity: '20',
    allocationLine,
  }),
  moved('receive', each, al, {
    from: [transit, box],
    to: [id('there', al), box],
    quantity: '20',
    allocationLine,
  }),
  moved('hand_out', people, `(${al}) * 100 + h`, {
    from: [id('there', al), box],
    to: [id('recipient', `((${al}) * 37 + h * 211) % ${sizes.households}`), loose],
    quantity: '2',
    allocationLine,
  }),
].flat();

const balances = [
  `insert into balance (account_id, lot_id, parcel_id, quantity, is_donor, county_code)
    select account_id, lot_id, parcel_id, sum(quantity), a.kind = 'donor', a.county_code from (
      select from_account_id as account_id, lot_id, from_parcel_id as parcel_id, -quantity as quantity from movement_line
      union all select to_account_id, lot_id, to_parcel_id, quantity from movement_line) leg
    join account a on a.id = account_id group by 1, 2, 3, a.kind, a.county_code`,
];

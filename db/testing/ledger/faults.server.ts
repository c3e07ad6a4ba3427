import { readFileSync } from 'node:fs';

export interface Fault {
  name: string;
  /** Text of the ledger's SQL and what stands there instead. */
  from: string;
  to: string;
}

export interface ModelFault extends Fault {
  /** What the model test complains of. */
  caught: RegExp;
}

/** Mistakes that somebody could make in ledger_post and that the model test must catch. */
export const modelFaults: ModelFault[] = [
  {
    name: 'more goes out than is there',
    from: `if q[f] < 0 and a_kind[l_from[i]] <> 'donor'`,
    to: `if q[f] < -5 and a_kind[l_from[i]] <> 'donor'`,
    caught: /step \d+: PostgresError: .*balance_not_negative/,
  },
  {
    name: 'a piece is lost on the way where many move',
    from: 'q[t] := q[t] + l_quantity[i];',
    to: 'q[t] := q[t] + l_quantity[i] - (l_quantity[i] > 20)::int;',
    caught: /the books are wrong.*sum_not_zero/,
  },
  {
    name: 'a balance is never written down to nothing',
    from: 'if q[i] <> held[i] then',
    to: 'if q[i] <> held[i] and q[i] <> 0 then',
    caught: /the books are wrong.*not_the_fold/,
  },
  {
    name: 'another content passes under a used id',
    from: 'if found_hash <> m_hash[mi] then',
    to: 'if found_hash is null then',
    caught: /posted what should be ledger.id_reused/,
  },
  {
    name: 'a reversal takes back the first line alone',
    from: 'where movement_id = original.id order by line_no loop',
    to: 'where movement_id = original.id order by line_no limit 1 loop',
    caught: /step \d+: Error: (balances|posted what should be)/,
  },
  {
    name: 'a reversal can be reversed',
    from: `elsif original.kind = 'reverse' then`,
    to: `elsif original.kind = 'never' then`,
    caught: /posted what should be ledger.reversal_of_reversal/,
  },
  {
    name: 'part of a closed parcel leaves',
    from: `if location = p_left[t] then code := 'ledger.parcel_not_whole';`,
    to: `if false then code := 'ledger.parcel_not_whole';`,
    caught:
      /(posted what should be|refused as ledger.parcel_elsewhere, expected:) ledger.parcel_not_whole/,
  },
  {
    name: 'a pack leaves in part',
    from: 'elsif quantity % pack <> 0',
    to: 'elsif quantity % pack < 0',
    caught: /posted what should be ledger.pack_size/,
  },
  {
    name: 'what is held can be held at another place',
    from: `m_kind in ('hold', 'release', 'quarantine', 'unquarantine')`,
    to: `m_kind in ('release', 'quarantine', 'unquarantine')`,
    caught: /posted what should be ledger.other_place/,
  },
  {
    name: 'the short way forgets who gave',
    from: 'when x.from_id then -x.quantity else',
    to: 'when x.from_id then 0 else',
    caught: /the books are wrong.*sum_not_zero/,
  },
  {
    name: 'the short way takes no notice of packs',
    from: 'and input.quantity % coalesce(lot.pack_size, 1) = 0',
    to: '',
    caught: /posted what should be ledger.pack_size/,
  },
  {
    name: 'the short way lets packing change the account',
    from: `and input.kind not in ('pack', 'open')`,
    to: '',
    caught: /posted what should be .*ledger.(other_place|parcel_change)/,
  },
  {
    name: 'the short way moves again what had been posted',
    from: 'on conflict (id) do nothing returning recorded_at),',
    to: 'on conflict (id) do update set reason = excluded.reason returning recorded_at),',
    caught: /posting it again was answered|duplicate key/,
  },
  {
    name: 'the second movement of a batch does not see the first',
    from: 'if movement_refused then q := before; refused := true; end if;',
    to: 'if movement_refused or m_n > mi then q := before; refused := refused or movement_refused; end if;',
    caught: /step \d+: Error: (balances|refused as|posted|the books)/,
  },
];

/** A mistake that shows only where connections meet. */
export const lockFault: Fault = {
  name: 'balances are read without a lock',
  from: `b.lot_id = b_lot[i] and b.parcel_id = b_parcel[i] for update;
    if not found`,
  to: `b.lot_id = b_lot[i] and b.parcel_id = b_parcel[i];
    if not found`,
};

const FILES = [
  '20-ledger.sql',
  '21-ledger-post-one.sql',
  '22-ledger-post-batch.sql',
  '23-ledger-post.sql',
];

/** The ledger's SQL with the fault in it. */
export function faulty({ name, from, to }: Fault): string {
  const text = FILES.map((file) => readFileSync(`db/sql/${file}`, 'utf8')).join('\n');
  if (text.split(from).length !== 2) {
    throw new Error(`the place of the fault "${name}" is not in the ledger's SQL just once`);
  }
  return text.replace(from, () => to);
}

-- The one movement of one loose line that most calls are: posted in three statements when nothing stands against it.
-- Answers null, with nothing written, whenever there is anything to refuse, replay or decide; ledger_post_batch does that.
-- Its locks are taken in the same order as there: where the later of two balances is not there yet, it is made last.
create or replace function ledger_post_one(batch jsonb) returns timestamptz
language plpgsql
as $$
declare
  loose constant uuid := '00000000-0000-0000-0000-000000000000';
  x record; from_held bigint; stamp timestamptz;
begin
  select (m ->> 'id')::uuid as id, m ->> 'k' as kind, md5(m::text)::uuid as hash, m,
      (l ->> 4)::uuid as lot_id, (l ->> 5)::bigint as quantity, (l ->> 6)::uuid as allocation_line_id,
      f.id as from_id, t.id as to_id, f.kind = 'donor' as from_donor, t.kind = 'donor' as to_donor,
      f.county_code as from_county, t.county_code as to_county, b.quantity as to_held
    into x
    from (select batch -> 'm' -> 0 as m, batch -> 'm' -> 0 -> 'l' -> 0 as l) input
      join account f on f.key = l ->> 0 join account t on t.key = l ->> 2
      join lot on lot.id = (l ->> 4)::uuid
      left join balance b on b.account_id = t.id and b.lot_id = lot.id and b.parcel_id = loose
    where jsonb_array_length(batch -> 'm') = 1 and jsonb_array_length(m -> 'l') = 1
      and l ->> 1 is null and l ->> 3 is null
      and (l ->> 5)::bigint between 1 and 9999999999 and (l ->> 5)::bigint % coalesce(lot.pack_size, 1) = 0
      and ledger_pair_allowed(m ->> 'k', f.kind, t.kind) and m ->> 'k' not in ('pack', 'open')
      and (f.location_id = t.location_id or m ->> 'k' not in ('hold', 'release', 'quarantine', 'unquarantine'));
  if not found then return null; end if;
  if x.to_held is null and x.to_id < x.from_id then
    insert into balance (account_id, lot_id, parcel_id, quantity, is_donor, county_code)
      values (x.to_id, x.lot_id, loose, 0, x.to_donor, x.to_county) on conflict do nothing;
  end if;
  select min(quantity) filter (where account_id = x.from_id) into from_held from (
    select account_id, quantity from balance
    where account_id in (x.from_id, x.to_id) and lot_id = x.lot_id and parcel_id = loose
    order by account_id for update) locked;
  if from_held is null or from_held < x.quantity and not x.from_donor then return null; end if;
  with posted as (
      insert into movement (id, kind, cause_kind, cause_id, county_from, county_to, occurred_at, recorded_at, reason,
          content_hash)
        values (x.id, x.kind, x.m ->> 'ck', (x.m ->> 'c')::uuid, x.from_county, x.to_county,
          (x.m ->> 'o')::timestamptz, clock_timestamp(), x.m ->> 'w', x.hash)
        on conflict (id) do nothing returning recorded_at),
    line as (
      insert into movement_line (movement_id, line_no, lot_id, from_account_id, from_parcel_id, to_account_id,
          to_parcel_id, quantity, allocation_line_id)
        select x.id, 1, x.lot_id, x.from_id, loose, x.to_id, loose, x.quantity, x.allocation_line_id from posted),
    taken as (
      update balance b set quantity = b.quantity - x.quantity from posted
        where b.account_id = x.from_id and b.lot_id = x.lot_id and b.parcel_id = loose),
    given as (
      insert into balance as b (account_id, lot_id, parcel_id, quantity, is_donor, county_code)
        select x.to_id, x.lot_id, loose, x.quantity, x.to_donor, x.to_county from posted
        on conflict (account_id, lot_id, parcel_id) do update set quantity = b.quantity + excluded.quantity)
  select recorded_at into stamp from posted;
  return stamp;
end
$$;

-- The one movement of one loose line that most calls are: posted in two statements when nothing stands against it.
-- Answers null, with nothing written but perhaps an empty balance, whenever there is anything to refuse, replay or decide;
-- ledger_post_batch does that. Its locks are taken in the same order as there: where the earlier of two balances is not
-- there yet, it is made, at nothing, before the other is locked. What a call costs is mostly its setting up: so there are
-- few statements, and each part of the JSON is read once (`offset 0` keeps the reading apart).
create or replace function ledger_post_one(batch jsonb) returns timestamptz
language plpgsql
as $$
declare
  loose constant uuid := '00000000-0000-0000-0000-000000000000';
  x record; from_held bigint; stamp timestamptz;
begin
  select input.*, f.id as from_id, t.id as to_id, f.kind = 'donor' as from_donor, t.kind = 'donor' as to_donor,
      f.county_code as from_county, t.county_code as to_county, b.account_id is not null as to_there, locked.from_held
    into x
    from (
        select m, (m ->> 'id')::uuid as id, m ->> 'k' as kind, l ->> 0 as from_key, l ->> 2 as to_key,
          (l ->> 4)::uuid as lot_id, (l ->> 5)::bigint as quantity, l
        from (select m, m -> 'l' -> 0 as l from (select batch -> 'm' -> 0 as m offset 0) head
          where jsonb_array_length(batch -> 'm') = 1 and jsonb_array_length(m -> 'l') = 1 offset 0) parts
        where l ->> 1 is null and l ->> 3 is null offset 0) input
      join account f on f.key = input.from_key join account t on t.key = input.to_key
      join lot on lot.id = input.lot_id
      left join balance b on b.account_id = t.id and b.lot_id = input.lot_id and b.parcel_id = loose
      left join lateral (
        select min(quantity) filter (where account_id = f.id) as from_held from (
          select account_id, quantity from balance
          where account_id in (f.id, t.id) and lot_id = input.lot_id and parcel_id = loose
            and (b.account_id is not null or f.id < t.id)
          order by account_id for update) ordered) locked on true
    where input.quantity between 1 and 9999999999 and input.quantity % coalesce(lot.pack_size, 1) = 0
      and ledger_pair_allowed(input.kind, f.kind, t.kind) and input.kind not in ('pack', 'open')
      and (f.location_id = t.location_id or input.kind not in ('hold', 'release', 'quarantine', 'unquarantine'));
  if not found then return null; end if;
  from_held := x.from_held;
  if not x.to_there then
    insert into balance (account_id, lot_id, parcel_id, quantity, is_donor, county_code)
      values (x.to_id, x.lot_id, loose, 0, x.to_donor, x.to_county) on conflict do nothing;
    if x.to_id < x.from_id then
      select min(quantity) filter (where account_id = x.from_id) into from_held from (
        select account_id, quantity from balance
        where account_id in (x.from_id, x.to_id) and lot_id = x.lot_id and parcel_id = loose
        order by account_id for update) locked;
    end if;
  end if;
  if from_held is null or from_held < x.quantity and not x.from_donor then return null; end if;
  with posted as (
      insert into movement (id, kind, cause_kind, cause_id, county_from, county_to, occurred_at, recorded_at, reason,
          content_hash)
        values (x.id, x.kind, x.m ->> 'ck', (x.m ->> 'c')::uuid, x.from_county, x.to_county,
          (x.m ->> 'o')::timestamptz, clock_timestamp(), x.m ->> 'w', md5(x.m::text)::uuid)
        on conflict (id) do nothing returning recorded_at),
    line as (
      insert into movement_line (movement_id, line_no, lot_id, from_account_id, from_parcel_id, to_account_id,
          to_parcel_id, quantity, allocation_line_id)
        select x.id, 1, x.lot_id, x.from_id, loose, x.to_id, loose, x.quantity, (x.l ->> 6)::uuid from posted),
    moved as (
      update balance b
        set quantity = b.quantity + case b.account_id when x.from_id then -x.quantity else x.quantity end from posted
        where b.account_id in (x.from_id, x.to_id) and b.lot_id = x.lot_id and b.parcel_id = loose)
  select recorded_at into stamp from posted;
  return stamp;
end
$$;

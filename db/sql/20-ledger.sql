-- The ledger. Goods move through ledger_post and in no other way: the application's role may read the books and
-- call the function, which runs as nuanqiao_ledger. It authorises nothing; the command that calls it has.

do $$
begin
  if not exists (select from pg_roles where rolname = 'nuanqiao_app') then
    create role nuanqiao_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'nuanqiao_ledger') then
    create role nuanqiao_ledger nologin;
  end if;
  -- Whoever migrates hands the functions over to that role, and replaces them later.
  if not pg_has_role(current_user, 'nuanqiao_ledger', 'SET') then
    execute format('grant nuanqiao_ledger to %I', current_user);
  end if;
end
$$;

-- Room on each page, so that changing a quantity touches no index.
alter table balance set (fillfactor = 50);

-- The account of a natural key (app/domain/ledger.ts, accountKey), made if it is not there.
create or replace function ledger_make_account(account_key text, county text) returns account
language plpgsql
as $$
declare
  part text[] := string_to_array(account_key, ':');
  kind constant text := part[1];
  made account;
begin
  if account_key !~ '^(donor:unknown:\d{6}|[a-z]+(:[0-9a-f-]{36}){1,2}|loss:[0-9a-f-]{36}:[a-z_]+)$'
    or county !~ '^\d{6}$' then
    raise exception 'no account has the key % in county %', account_key, county;
  end if;
  made.id := case when kind = 'recipient' then part[2]::uuid else gen_random_uuid() end;
  made.key := account_key;
  made.kind := kind;
  made.county_code := county;
  if kind in ('stock', 'quarantine', 'hold', 'loss') then made.place_id := part[2]::uuid; end if;
  if kind = 'hold' then made.allocation_line_id := part[3]::uuid; end if;
  if kind = 'transit' then made.shipment_id := part[2]::uuid; end if;
  if kind = 'donor' and part[2] <> 'unknown' then made.organisation_id := part[2]::uuid; end if;
  if kind in ('unnamed', 'used') then made.programme_id := part[2]::uuid; end if;
  if kind = 'loss' then made.reason := part[3]; end if;
  made.location_id := case
    when kind in ('stock', 'quarantine', 'hold') then made.place_id
    when kind = 'transit' then made.shipment_id
    else made.id end;
  insert into account select made.* on conflict do nothing;
  select * into strict made from account where account.key = account_key;
  return made;
end
$$;

-- Which kinds of account a kind of movement may join (app/domain/ledger.ts, movementPairs; a test compares them).
create or replace function ledger_pair_allowed(kind text, from_kind text, to_kind text) returns boolean
language sql immutable parallel safe
as $$
  select case kind
    when 'intake' then from_kind = 'donor' and to_kind in ('stock', 'quarantine')
    when 'pack' then from_kind = to_kind and from_kind in ('stock', 'hold', 'quarantine')
    when 'open' then from_kind = to_kind and from_kind in ('stock', 'hold', 'quarantine', 'transit')
    when 'hold' then from_kind = 'stock' and to_kind = 'hold'
    when 'release' then from_kind = 'hold' and to_kind = 'stock'
    when 'quarantine' then from_kind in ('stock', 'hold') and to_kind = 'quarantine'
    when 'unquarantine' then from_kind = 'quarantine' and to_kind = 'stock'
    when 'dispatch' then from_kind in ('stock', 'hold', 'quarantine') and to_kind = 'transit'
    when 'receive' then from_kind = 'transit' and to_kind in ('stock', 'hold', 'quarantine')
    when 'hand_out' then from_kind in ('stock', 'hold') and to_kind in ('recipient', 'unnamed')
    when 'use' then from_kind in ('stock', 'hold') and to_kind = 'used'
    when 'return' then
      from_kind in ('recipient', 'unnamed', 'used') and to_kind in ('stock', 'hold', 'quarantine')
      or from_kind in ('stock', 'hold', 'quarantine') and to_kind = 'donor'
    when 'adjust' then
      from_kind in ('stock', 'hold', 'quarantine') and to_kind = 'loss'
      or from_kind = 'loss' and to_kind in ('stock', 'hold', 'quarantine')
    when 'lose' then from_kind in ('stock', 'hold', 'quarantine', 'transit') and to_kind = 'loss'
    when 'find' then from_kind = 'loss' and to_kind in ('stock', 'hold', 'quarantine', 'transit')
  end
$$;

-- The latest movements that took a lot out of one balance since a movement was recorded.
create or replace function ledger_takers(since uuid, account_id uuid, lot_id uuid, parcel_id uuid)
returns uuid[] language sql stable
as $$
  select array_agg(taker.id order by taker.recorded_at) from (
    select distinct m.id, m.recorded_at
    from movement_line l join movement m on m.id = l.movement_id
    where l.lot_id = ledger_takers.lot_id and l.from_account_id = ledger_takers.account_id
      and l.from_parcel_id = ledger_takers.parcel_id
      and m.recorded_at > (select recorded_at from movement where id = since)
    order by m.recorded_at desc limit 10) taker
$$;

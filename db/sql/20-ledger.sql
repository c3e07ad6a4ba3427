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

-- Which kinds of account a kind of movement may join (app/domain/ledger.ts, movementPairs; a test compares them). A list to
-- look up, because a comparison for each pair is set up anew in each call.
create or replace function ledger_pair_allowed(kind text, from_kind text, to_kind text) returns boolean
language sql immutable parallel safe
as $$
  select kind || ' ' || from_kind || ' ' || to_kind = any ('{
    intake donor stock, intake donor quarantine,
    pack stock stock, pack hold hold, pack quarantine quarantine,
    open stock stock, open hold hold, open quarantine quarantine, open transit transit,
    hold stock hold, release hold stock,
    quarantine stock quarantine, quarantine hold quarantine, unquarantine quarantine stock,
    dispatch stock transit, dispatch hold transit, dispatch quarantine transit,
    receive transit stock, receive transit hold, receive transit quarantine,
    hand_out stock recipient, hand_out stock unnamed, hand_out hold recipient, hand_out hold unnamed,
    use stock used, use hold used,
    return recipient stock, return recipient hold, return recipient quarantine,
    return unnamed stock, return unnamed hold, return unnamed quarantine,
    return used stock, return used hold, return used quarantine,
    return stock donor, return hold donor, return quarantine donor,
    adjust stock loss, adjust hold loss, adjust quarantine loss,
    adjust loss stock, adjust loss hold, adjust loss quarantine,
    lose stock loss, lose hold loss, lose quarantine loss, lose transit loss,
    find loss stock, find loss hold, find loss quarantine, find loss transit}'::text[])
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

-- Posts a batch of movements, all or none.
--   batch: {"a": {account key: county code}, "m": [{"id", "k": kind, "ck", "c": cause, "o": occurred at, "w": reason,
--     "r": movement reversed, "l": [[from key, from parcel, to key, to parcel, lot, quantity, allocation line]]}]}
-- Answers one row a movement (recorded_at, replayed), or only refusals (code and the balance they are about).
-- Locks: reversed movements, then parcels, then balances, each in the order of their ids.
create or replace function ledger_post(batch jsonb)
returns table (
  movement_id uuid, recorded_at timestamptz, replayed boolean,
  code text, account_key text, lot_id uuid, parcel_id uuid, available bigint, wanted bigint, taken_by uuid[])
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  recorded_at := ledger_post_one(batch);
  if recorded_at is null then
    return query select * from ledger_post_batch(batch);
  else
    movement_id := batch #>> '{m,0,id}'; replayed := false;
    return next;
  end if;
end
$$;

-- The same for a caller that has looked, holds its own locks, and sends what follows without waiting: nothing is
-- answered, and a refusal fails the whole transaction as one to be tried again (40001), then with ledger_post. Null posts
-- nothing.
create or replace function ledger_post_or_retry(batch jsonb) returns void
language plpgsql strict security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- Two steps: an expression that holds a query is set up as a query each time.
  if ledger_post_one(batch) is not null then return; end if;
  if exists (select from ledger_post_batch(batch) where code is not null) then
    raise exception 'the ledger refuses this batch' using errcode = '40001';
  end if;
end
$$;

-- Who may do what.
grant usage, create on schema public to nuanqiao_ledger;
alter function ledger_make_account(text, text) owner to nuanqiao_ledger;
alter function ledger_takers(uuid, uuid, uuid, uuid) owner to nuanqiao_ledger;
alter function ledger_post_one(jsonb) owner to nuanqiao_ledger;
alter function ledger_post_batch(jsonb) owner to nuanqiao_ledger;
alter function ledger_post(jsonb) owner to nuanqiao_ledger;
alter function ledger_post_or_retry(jsonb) owner to nuanqiao_ledger;
revoke create on schema public from nuanqiao_ledger;
revoke all on function ledger_make_account(text, text), ledger_takers(uuid, uuid, uuid, uuid), ledger_post_one(jsonb),
  ledger_post_batch(jsonb), ledger_post(jsonb), ledger_post_or_retry(jsonb) from public;
revoke all on account, balance, parcel_position, movement, movement_line, lot from public, nuanqiao_app, nuanqiao_ledger;
grant select, insert on account, movement, movement_line to nuanqiao_ledger;
grant select, insert, update on balance, parcel_position to nuanqiao_ledger;
grant update on movement to nuanqiao_ledger;
grant select on lot to nuanqiao_ledger;
grant select on account, balance, parcel_position, movement, movement_line to nuanqiao_app;
grant select, insert on lot to nuanqiao_app;
grant execute on function ledger_post(jsonb), ledger_post_or_retry(jsonb) to nuanqiao_app;

-- Any batch. Decides everything on arrays, under the locks, and writes only when nothing is refused. One long function,
-- because PL/pgSQL hands arrays on by copying them: read, lock, decide, write.
create or replace function ledger_post_batch(batch jsonb)
returns table (
  movement_id uuid, recorded_at timestamptz, replayed boolean,
  code text, account_key text, lot_id uuid, parcel_id uuid, available bigint, wanted bigint, taken_by uuid[])
language plpgsql
as $$
#variable_conflict use_column
declare
  loose constant uuid := '00000000-0000-0000-0000-000000000000';
  opened constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  movements constant jsonb := batch -> 'm';
  m_n constant int := jsonb_array_length(movements);
  m jsonb; lines jsonb; ln jsonb; m_kind text; m_id uuid;
  m_first int[]; m_last int[]; m_hash uuid[]; m_ids uuid[]; m_reverses uuid[]; m_from text[]; m_to text[];
  m_replayed boolean[]; m_recorded timestamptz[];
  -- accounts, by their order of appearance
  a_n int := 0; a_key text[]; a_id uuid[]; a_kind text[]; a_location uuid[]; a_county text[];
  -- lines
  n int := 0; l_from int[]; l_to int[]; l_lot uuid[]; l_fp uuid[]; l_tp uuid[]; l_quantity bigint[]; l_allocation uuid[];
  -- balances touched, in the order they are locked; e_* are the lines' ends, from and to in turn
  e_n int; e_account int[]; e_lot uuid[]; e_parcel uuid[]; e_balance int[];
  b_n int; b_account int[]; b_lot uuid[]; b_parcel uuid[]; b_position int[]; held bigint[]; q bigint[]; before bigint[];
  -- parcels touched
  p_n int := 0; p_id uuid[]; p_was uuid[]; p_at uuid[]; p_now uuid[]; p_left uuid[];
  acc account; original movement; ml movement_line; pack bigint; pack_of uuid; f int; t int; fp uuid; tp uuid;
  quantity bigint; found_hash uuid; found_at timestamptz; seen int[]; refused boolean := false;
  movement_refused boolean; parcels_touched boolean; stamp timestamptz; location uuid; k text; county text;
begin
  for k, county in select key, value from jsonb_each_text(batch -> 'a') loop
    select * into acc from account where account.key = k;
    if not found then acc := ledger_make_account(k, county); end if;
    a_n := a_n + 1;
    a_key[a_n] := k; a_id[a_n] := acc.id; a_kind[a_n] := acc.kind;
    a_location[a_n] := acc.location_id; a_county[a_n] := acc.county_code;
  end loop;

  if jsonb_path_exists(movements, '$[*].r') then
    perform from movement
      where id in (select (value ->> 'r')::uuid from jsonb_array_elements(movements)) order by id for update;
  end if;

  -- Read the movements and check what no balance can change.
  for mi in 1 .. m_n loop
    m := movements -> (mi - 1);
    m_kind := m ->> 'k'; m_id := (m ->> 'id')::uuid;
    if m_id = any (m_ids) then raise exception 'movement % stands twice in one batch', m_id; end if;
    m_ids[mi] := m_id; m_hash[mi] := md5(m::text)::uuid; m_first[mi] := n + 1;
    movement_id := m_id; code := null;
    if m_kind = 'reverse' then
      select * into original from movement where id = (m ->> 'r')::uuid;
      if not found then code := 'ledger.unknown_movement';
      elsif original.kind = 'reverse' then code := 'ledger.reversal_of_reversal';
      elsif exists (select from movement x where x.reverses = original.id and x.id <> m_id) then
        code := 'ledger.already_reversed';
      end if;
      if code is not null then return next; refused := true; m_last[mi] := n; continue; end if;
      m_reverses[mi] := original.id; m_from[mi] := original.county_to; m_to[mi] := original.county_from;
      for ml in select * from movement_line where movement_id = original.id order by line_no loop
        foreach acc.id in array array[ml.from_account_id, ml.to_account_id] loop
          if a_id is null or acc.id <> all (a_id) then
            select * into strict acc from account where id = acc.id;
            a_n := a_n + 1;
            a_key[a_n] := acc.key; a_id[a_n] := acc.id; a_kind[a_n] := acc.kind;
            a_location[a_n] := acc.location_id; a_county[a_n] := acc.county_code;
          end if;
        end loop;
        n := n + 1;
        l_from[n] := array_position(a_id, ml.to_account_id); l_to[n] := array_position(a_id, ml.from_account_id);
        l_fp[n] := ml.to_parcel_id; l_tp[n] := ml.from_parcel_id;
        l_lot[n] := ml.lot_id; l_quantity[n] := ml.quantity; l_allocation[n] := ml.allocation_line_id;
      end loop;
    else
      lines := m -> 'l';
      for li in 0 .. jsonb_array_length(lines) - 1 loop
        ln := lines -> li; n := n + 1; code := null;
        f := array_position(a_key, ln ->> 0); t := array_position(a_key, ln ->> 2);
        fp := coalesce((ln ->> 1)::uuid, loose); tp := coalesce((ln ->> 3)::uuid, loose);
        quantity := (ln ->> 5)::bigint;
        l_from[n] := f; l_to[n] := t; l_fp[n] := fp; l_tp[n] := tp; l_quantity[n] := quantity;
        l_lot[n] := (ln ->> 4)::uuid; l_allocation[n] := (ln ->> 6)::uuid;
        if f is null or t is null or quantity is null or quantity not between 1 and 9999999999 then
          raise exception 'line % of movement % is malformed', li + 1, m_id;
        end if;
        if pack_of is distinct from l_lot[n] then
          select lot.pack_size into pack from lot where id = l_lot[n];
          if not found then raise exception 'there is no lot %', l_lot[n]; end if;
          pack_of := l_lot[n];
        end if;
        if li = 0 then m_from[mi] := a_county[f]; m_to[mi] := a_county[t]; end if;
        if ledger_pair_allowed(m_kind, a_kind[f], a_kind[t]) is not true then code := 'ledger.pair';
        elsif a_county[f] <> m_from[mi] or a_county[t] <> m_to[mi] then code := 'ledger.several_counties';
        elsif a_location[f] <> a_location[t] and m_kind in ('hold', 'release', 'quarantine', 'unquarantine')
          or f <> t and m_kind in ('pack', 'open') then code := 'ledger.other_place';
        elsif not (case
            when m_kind = 'pack' then fp in (loose, opened) and tp not in (loose, opened)
            when m_kind = 'open' then fp not in (loose, opened) and tp in (loose, opened)
              or fp = loose and tp = opened and pack is not null
            when a_kind[f] = 'donor' then fp = loose
            when a_kind[t] = 'donor' then tp = loose
            else fp = tp or m_kind in ('hand_out', 'use', 'lose') and fp <> loose and tp in (loose, opened)
          end) then code := 'ledger.parcel_change';
        elsif quantity % pack <> 0
          and (fp = loose and a_kind[f] <> 'donor' or tp = loose and a_kind[t] <> 'donor') then
          code := 'ledger.pack_size';
        end if;
        if code is not null then
          account_key := a_key[f]; lot_id := l_lot[n]; parcel_id := fp; wanted := quantity;
          return next;
          refused := true; account_key := null; lot_id := null; parcel_id := null; wanted := null;
        end if;
      end loop;
    end if;
    m_last[mi] := n;
  end loop;
  if refused then return; end if;

  -- Lock the parcels, then every balance, and read what is there.
  for i in 1 .. n loop
    e_account[2 * i - 1] := l_from[i]; e_lot[2 * i - 1] := l_lot[i]; e_parcel[2 * i - 1] := l_fp[i];
    e_account[2 * i] := l_to[i]; e_lot[2 * i] := l_lot[i]; e_parcel[2 * i] := l_tp[i];
  end loop;
  e_n := 2 * n;
  for i in 1 .. e_n loop
    if e_parcel[i] <> loose and e_parcel[i] <> opened then p_n := 1; exit; end if;
  end loop;
  if p_n > 0 then
    p_id := array(select distinct p from unnest(e_parcel) p where p not in (loose, opened) order by p);
    insert into parcel_position (parcel_id) select unnest(p_id) on conflict do nothing;
    p_n := 0;
    for location in
      select location_id from parcel_position x where x.parcel_id = any (p_id) order by x.parcel_id for update
    loop
      p_n := p_n + 1; p_was[p_n] := location;
    end loop;
    -- The parcels' other contents count when it is asked whether the whole of a parcel moves.
    for acc.id, fp, tp in
      select b.account_id, b.lot_id, b.parcel_id from balance b where b.parcel_id = any (p_id) and b.quantity > 0
    loop
      if acc.id <> all (a_id) then
        select * into strict acc from account where id = acc.id;
        a_n := a_n + 1;
        a_key[a_n] := acc.key; a_id[a_n] := acc.id; a_kind[a_n] := acc.kind;
        a_location[a_n] := acc.location_id; a_county[a_n] := acc.county_code;
      end if;
      e_n := e_n + 1;
      e_account[e_n] := array_position(a_id, acc.id); e_lot[e_n] := fp; e_parcel[e_n] := tp;
    end loop;
  end if;

  if e_n = 2 then
    b_n := 2;
    if (a_id[e_account[1]], e_parcel[1]) < (a_id[e_account[2]], e_parcel[2]) then
      e_balance := '{1,2}'; b_account := e_account; b_parcel := e_parcel;
    else
      e_balance := '{2,1}';
      b_account := array[e_account[2], e_account[1]]; b_parcel := array[e_parcel[2], e_parcel[1]];
    end if;
    b_lot := e_lot;
  else
    select array_agg(r order by ord), coalesce(max(r), 0) into e_balance, b_n from (
      select e.ord, dense_rank() over (order by a_id[e.a], e.l, e.p) r
      from unnest(e_account, e_lot, e_parcel) with ordinality as e(a, l, p, ord)) ranked;
    for i in 1 .. e_n loop
      b_account[e_balance[i]] := e_account[i]; b_lot[e_balance[i]] := e_lot[i]; b_parcel[e_balance[i]] := e_parcel[i];
    end loop;
  end if;
  for i in 1 .. b_n loop
    select b.quantity into quantity from balance b
      where b.account_id = a_id[b_account[i]] and b.lot_id = b_lot[i] and b.parcel_id = b_parcel[i] for update;
    if not found then
      insert into balance (account_id, lot_id, parcel_id, quantity, is_donor, county_code)
        values (a_id[b_account[i]], b_lot[i], b_parcel[i], 0, a_kind[b_account[i]] = 'donor', a_county[b_account[i]])
        on conflict do nothing;
      select b.quantity into strict quantity from balance b
        where b.account_id = a_id[b_account[i]] and b.lot_id = b_lot[i] and b.parcel_id = b_parcel[i] for update;
    end if;
    held[i] := quantity;
    if p_n > 0 then b_position[i] := array_position(p_id, b_parcel[i]); end if;
  end loop;
  q := held; p_at := p_was;

  -- Decide, movement by movement, each on what those before it leave.
  for mi in 1 .. m_n loop
    select content_hash, recorded_at into found_hash, found_at from movement where id = m_ids[mi];
    if found then
      m_replayed[mi] := true; m_recorded[mi] := found_at;
      if found_hash <> m_hash[mi] then
        movement_id := m_ids[mi]; code := 'ledger.id_reused'; return next; refused := true;
      end if;
      continue;
    end if;
    m_replayed[mi] := false; movement_refused := false; movement_id := m_ids[mi];
    before := q; seen := '{}'; p_left := null; parcels_touched := false;
    for i in m_first[mi] .. m_last[mi] loop
      f := e_balance[2 * i - 1]; t := e_balance[2 * i];
      q[f] := q[f] - l_quantity[i]; q[t] := q[t] + l_quantity[i];
      if p_n > 0 then
        parcels_touched := parcels_touched or b_position[f] > 0 or b_position[t] > 0;
        if b_position[f] > 0 and (l_fp[i] <> l_tp[i] or a_location[l_from[i]] <> a_location[l_to[i]]) then
          p_left[b_position[f]] := a_location[l_from[i]];
        end if;
      end if;
    end loop;
    for i in m_first[mi] .. m_last[mi] loop
      f := e_balance[2 * i - 1];
      if q[f] < 0 and a_kind[l_from[i]] <> 'donor' and f <> all (seen) then
        seen := seen || f; movement_refused := true;
        account_key := a_key[l_from[i]]; lot_id := l_lot[i]; parcel_id := l_fp[i];
        available := before[f]; wanted := before[f] - q[f];
        if m_reverses[mi] is null then code := 'ledger.short'; taken_by := null;
        else
          code := 'ledger.taken';
          taken_by := ledger_takers(m_reverses[mi], a_id[l_from[i]], l_lot[i], l_fp[i]);
        end if;
        return next;
      end if;
    end loop;
    account_key := null; lot_id := null; parcel_id := null; available := null; wanted := null; taken_by := null;
    if parcels_touched and not movement_refused then
      p_now := null; seen := '{}';
      for i in 1 .. b_n loop
        t := b_position[i];
        if t > 0 and q[i] > 0 then
          location := a_location[b_account[i]]; code := null;
          if location = p_left[t] then code := 'ledger.parcel_not_whole';
          elsif p_now[t] <> location then code := 'ledger.parcel_elsewhere';
          end if;
          p_now[t] := location;
          if code is not null and t <> all (seen) then
            seen := seen || t; movement_refused := true;
            account_key := a_key[b_account[i]]; lot_id := b_lot[i]; parcel_id := p_id[t]; available := q[i];
            return next;
          end if;
        end if;
      end loop;
      account_key := null; lot_id := null; parcel_id := null; available := null;
      if not movement_refused then p_at := p_now; end if;
    end if;
    if movement_refused then q := before; refused := true; end if;
  end loop;
  if refused then return; end if;

  -- Write.
  code := null;
  for mi in 1 .. m_n loop
    movement_id := m_ids[mi]; replayed := m_replayed[mi];
    if not replayed then
      m := movements -> (mi - 1);
      stamp := greatest(clock_timestamp(), stamp + interval '1 microsecond');
      m_recorded[mi] := stamp;
      insert into movement (id, kind, cause_kind, cause_id, county_from, county_to, occurred_at, recorded_at, reason,
          reverses, content_hash)
        values (m_ids[mi], m ->> 'k', m ->> 'ck', (m ->> 'c')::uuid, m_from[mi], m_to[mi], (m ->> 'o')::timestamptz,
          stamp, m ->> 'w', m_reverses[mi], m_hash[mi])
        on conflict (id) do nothing;
      -- Only another content under the same id can be here at the same time; the next try is told so.
      if not found then raise exception 'movement % is being posted', m_ids[mi] using errcode = '40001'; end if;
      for i in m_first[mi] .. m_last[mi] loop
        insert into movement_line (movement_id, line_no, lot_id, from_account_id, from_parcel_id, to_account_id,
            to_parcel_id, quantity, allocation_line_id)
          values (m_ids[mi], i - m_first[mi] + 1, l_lot[i], a_id[l_from[i]], l_fp[i], a_id[l_to[i]], l_tp[i],
            l_quantity[i], l_allocation[i]);
      end loop;
    end if;
    recorded_at := m_recorded[mi];
    return next;
  end loop;
  for i in 1 .. b_n loop
    if q[i] <> held[i] then
      update balance b set quantity = q[i]
        where b.account_id = a_id[b_account[i]] and b.lot_id = b_lot[i] and b.parcel_id = b_parcel[i];
    end if;
  end loop;
  for i in 1 .. p_n loop
    if p_at[i] is distinct from p_was[i] then
      update parcel_position x set location_id = p_at[i] where x.parcel_id = p_id[i];
    end if;
  end loop;
end
$$;

-- A unit goes when nothing happened under its number and somebody says why; what moves keeps that it moved.
drop trigger b_never_deleted on octad.return_unit;
create function octad.octad_return_unit_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if tg_op = 'UPDATE' then
    if new.moved < old.moved
        or (new.moved = 0 and (new.place, new.location) is distinct from (old.place, old.location)) then
      raise exception 'octad:immutable' using errcode = 'OC001';
    end if;
    if new.serial is not distinct from old.serial then return new; end if;
  elsif exists (select 1 from octad.goods_return g where g.id = old.return_id and g.closed_at is not null) then
    raise exception 'octad:return-closed' using errcode = 'OC001';
  end if;
  if old.finding <> 'open' or (tg_op = 'DELETE' and old.moved = 1)
      or exists (select 1 from octad.unit_test t where t.unit_id = old.id)
      or exists (select 1 from octad.return_attachment a where a.unit_id = old.id) then
    raise exception 'octad:unit-used' using errcode = 'OC001';
  end if;
  if tg_op = 'UPDATE' then return new; end if;
  if octad.octad_reason() !~ '[^\s.]' then
    raise exception 'octad:reason' using errcode = 'OC001';
  end if;
  return old;
end $$;
create trigger b_mended before update or delete on octad.return_unit
  for each row execute function octad.octad_return_unit_guard();

-- The days of movements, asked behind the rules of the ledger.
create function octad.octad_return_day_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if octad.converting() then return new; end if;
  -- Not in the future. The model knows the day of the site; here it is the day of recording in UTC, with a day of slack
  -- for the time zones east of it. A false time of recording shows: the trail has one of its own.
  if new.moved_on > date '1970-01-01' + (new.recorded_at / 86400000000)::integer + 1 then
    raise exception 'octad:invalid:moved_on' using errcode = 'OC001';
  end if;
  if new.reverses is not null then
    if new.moved_on < (select m.moved_on from octad.return_movement m where m.id = new.reverses) then
      raise exception 'octad:invalid:moved_on' using errcode = 'OC001';
    end if;
    return new;
  end if;
  -- Goods that were announced do not move before that, and are not here before they left.
  if exists (select 1 from octad.goods_return g where g.id = new.return_id and g.blind = 0
             and (new.moved_on < g.announced_on
                  or (octad.is_physical(new.to_place) and not octad.is_physical(new.from_place)
                      and new.moved_on < g.sent_on))) then
    raise exception 'octad:invalid:moved_on' using errcode = 'OC001';
  end if;
  -- Pieces leave a place when they are there: from that day on there are never fewer than the movement takes. What was
  -- taken back never happened.
  if new.quantity between 1 and 10000000 and new.from_place not in ('outside', 'surplus') and exists (
      select 1 from (
          select day, sum(pieces) over (order by day) as there from (
              select new.moved_on as day, 0::bigint as pieces
              union all
              select m.moved_on,
                  case when m.to_place = new.from_place and m.to_finding = new.from_finding
                        and m.to_location = new.from_location then m.quantity else 0 end
                  - case when m.from_place = new.from_place and m.from_finding = new.from_finding
                          and m.from_location = new.from_location then m.quantity else 0 end
                from octad.return_movement m where m.line_id = new.line_id and m.reverses is null
                  and not exists (select 1 from octad.return_movement b where b.reverses = m.id)
                  and (not octad.is_disposed(new.from_place) or m.disposition = new.disposition)) moved) days
        where day >= new.moved_on and there < new.quantity) then
    raise exception 'octad:invalid:moved_on' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger b_days before insert on octad.return_movement
  for each row execute function octad.octad_return_day_guard();

-- No more is taken back than was booked of the kind, in the currency and on the paper.
create function octad.octad_return_cost_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  perform 1 from octad.goods_return g where g.id = new.return_id for no key update;
  if new.amount_minor > (
      select coalesce(sum(case when c.reversal = 1 then -c.amount_minor else c.amount_minor end), 0)
        from octad.return_cost c where c.return_id = new.return_id and c.kind = new.kind
          and c.currency = new.currency and c.document = new.document) then
    raise exception 'octad:invalid:amount' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger a_guard before insert on octad.return_cost
  for each row when (new.reversal = 1) execute function octad.octad_return_cost_guard();

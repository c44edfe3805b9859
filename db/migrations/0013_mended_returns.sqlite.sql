-- A unit goes when nothing happened under its number and somebody says why; what moves keeps that it moved.
drop trigger return_unit_never_deleted;
create trigger return_unit_guard_delete_reason before delete on return_unit
  when trim(octad_reason(), ' .' || char(9, 10, 13)) = ''
begin select raise(abort, 'octad:reason'); end;
create trigger return_unit_guard_delete_used before delete on return_unit
  when old.moved = 1 or old.finding <> 'open' or exists (select 1 from unit_test t where t.unit_id = old.id)
    or exists (select 1 from return_attachment a where a.unit_id = old.id)
begin select raise(abort, 'octad:unit-used'); end;
create trigger return_unit_guard_delete_closed before delete on return_unit
  when exists (select 1 from goods_return g where g.id = old.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger return_unit_guard_rename before update on return_unit
  when new.serial is not old.serial and (old.finding <> 'open'
    or exists (select 1 from unit_test t where t.unit_id = old.id)
    or exists (select 1 from return_attachment a where a.unit_id = old.id))
begin select raise(abort, 'octad:unit-used'); end;
create trigger return_unit_guard_moved before update on return_unit
  when new.moved < old.moved or (new.moved = 0 and (new.place is not old.place or new.location is not old.location))
begin select raise(abort, 'octad:immutable'); end;

-- The days of movements; the trigger that was made last is asked first. Pieces leave a place when they are there: from
-- that day on there are never fewer than the movement takes. What was taken back never happened. Fewer than that at
-- the end are too many pieces, not a wrong day.
create trigger return_movement_guard_there before insert on return_movement
  when octad_use_case() <> 'migrate' and new.reverses is null and new.quantity between 1 and 10000000
    and new.from_place not in ('outside', 'surplus') and exists (
    select 1 from (
        select day, sum(pieces) over (order by day) as there, sum(pieces) over () as at_the_end from (
            select new.moved_on as day, 0 as pieces
            union all
            select m.moved_on,
                case when m.to_place = new.from_place and m.to_finding = new.from_finding
                      and m.to_location = new.from_location then m.quantity else 0 end
                - case when m.from_place = new.from_place and m.from_finding = new.from_finding
                        and m.from_location = new.from_location then m.quantity else 0 end
              from return_movement m where m.line_id = new.line_id and m.reverses is null
                and not exists (select 1 from return_movement b where b.reverses = m.id)
                and (new.from_place not in ('work', 'ready', 'shipped', 'credited', 'scrapped')
                     or m.disposition = new.disposition)))
      where day >= new.moved_on and there < new.quantity and at_the_end >= new.quantity)
begin select raise(abort, 'octad:invalid:moved_on'); end;
-- Goods that were announced do not move before that, and are not here before they left.
create trigger return_movement_guard_announced before insert on return_movement
  when octad_use_case() <> 'migrate' and new.reverses is null and exists (
    select 1 from goods_return g where g.id = new.return_id and g.blind = 0 and (new.moved_on < g.announced_on
      or (new.to_place not in ('outside', 'expected', 'missing', 'surplus')
          and new.from_place in ('outside', 'expected', 'missing', 'surplus') and new.moved_on < g.sent_on)))
begin select raise(abort, 'octad:invalid:moved_on'); end;
create trigger return_movement_guard_taken_back before insert on return_movement
  when octad_use_case() <> 'migrate' and exists (select 1 from return_movement b
    where b.id = new.reverses and new.moved_on < b.moved_on)
begin select raise(abort, 'octad:invalid:moved_on'); end;
-- Not in the future. The model knows the day of the site; here it is the day of recording in UTC, with a day of slack for
-- the time zones east of it. A false time of recording shows: the trail has one of its own.
create trigger return_movement_guard_future before insert on return_movement
  when octad_use_case() <> 'migrate' and new.moved_on > date(new.recorded_at / 1000000, 'unixepoch', '+1 day')
begin select raise(abort, 'octad:invalid:moved_on'); end;

-- No more is taken back than was booked of the kind, in the currency and on the paper.
create trigger return_cost_guard_reversal before insert on return_cost
  when new.reversal = 1 and new.amount_minor > (
    select coalesce(sum(case when c.reversal = 1 then -c.amount_minor else c.amount_minor end), 0) from return_cost c
      where c.return_id = new.return_id and c.kind = new.kind and c.currency = new.currency
        and c.document = new.document)
begin select raise(abort, 'octad:invalid:amount'); end;

-- Guards of returned goods: the same rules as in the model, which says them in sentences first.
alter table octad.goods_return alter constraint known_matched_with deferrable initially deferred;
alter table octad.return_movement alter constraint known_reverses deferrable initially deferred;

-- Old rows are taken over by the one who brings the schema up to date, and by nobody else.
create function octad.converting() returns boolean language sql stable
  return octad.octad_use_case() = 'migrate' and not octad.restricted();

create function octad.is_disposed(place text) returns boolean language sql immutable
  return place in ('work', 'ready', 'shipped', 'credited', 'scrapped');
create function octad.is_physical(place text) returns boolean language sql immutable
  return place not in ('outside', 'expected', 'missing', 'surplus');

-- Pieces of a line at one place.
create function octad.pieces_at(line bigint, place text, finding text, disposition text, location text)
  returns bigint language sql stable
  return (select coalesce(sum(case when m.to_place = place and m.to_finding = finding and m.to_location = location
                                    and (not octad.is_disposed(place) or m.disposition = pieces_at.disposition)
                               then m.quantity else 0 end), 0)
               - coalesce(sum(case when m.from_place = place and m.from_finding = finding and m.from_location = location
                                    and (not octad.is_disposed(place) or m.disposition = pieces_at.disposition)
                               then m.quantity else 0 end), 0)
          from octad.return_movement m where m.line_id = line);

-- Pieces of a return (or of its lines of one case) something is still to be done with.
create function octad.open_pieces(the_return bigint, the_case bigint) returns bigint language sql stable
  return (select coalesce(sum(case when m.to_place in ('expected', 'quarantine', 'test', 'awaiting', 'external', 'work', 'ready')
                               then m.quantity else 0 end)
                        - sum(case when m.from_place in ('expected', 'quarantine', 'test', 'awaiting', 'external', 'work', 'ready')
                               then m.quantity else 0 end), 0)
          from octad.return_movement m join octad.return_line l on l.id = m.line_id
          where m.return_id = the_return and (the_case is null or l.complaint_id = the_case));

create function octad.octad_goods_return_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  derived constant text[] := '{state,waits_for,due_on,waiting_since,part_number,failure,case_numbers,announced,received,open_pieces,row_version}';
  shared constant text[] := derived || '{carrier,note_number,cost_bearer,sent_on,expected_on,received_on}';
begin
  if (new.id, new.uuid, new.number, new.customer_id, new.blind, new.created_at)
      is distinct from (old.id, old.uuid, old.number, old.customer_id, old.blind, old.created_at) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  if new.row_version <> old.row_version + 1 then
    raise exception 'octad:version' using errcode = 'OC001';
  end if;
  if octad.restricted() and not octad.may('disposeReturn')
      and (to_jsonb(new) - shared) is distinct from (to_jsonb(old) - shared) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  if old.closed_at is not null then
    if new.closed_at is null then
      if octad.octad_reason() !~ '[^\s.]' then
        raise exception 'octad:reason' using errcode = 'OC001';
      end if;
    elsif (to_jsonb(new) - derived) is distinct from (to_jsonb(old) - derived) then
      raise exception 'octad:return-closed' using errcode = 'OC001';
    end if;
  elsif new.closed_at is not null and octad.open_pieces(new.id, null) <> 0 then
    raise exception 'octad:return-open' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger a_guard before update on octad.goods_return
  for each row execute function octad.octad_goods_return_guard();

-- Rows of a return that is closed. Costs and papers may come later (design 4.8).
create function octad.octad_return_row_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) -> 'id', to_jsonb(new) -> 'return_id', to_jsonb(new) -> 'line_id')
      is distinct from (to_jsonb(old) -> 'id', to_jsonb(old) -> 'return_id', to_jsonb(old) -> 'line_id') then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  if exists (select 1 from octad.goods_return g where g.id = new.return_id and g.closed_at is not null)
      and not octad.converting() then
    raise exception 'octad:return-closed' using errcode = 'OC001';
  end if;
  return new;
end $$;

-- A line is linked to an open case of the same customer, once.
create function octad.octad_return_line_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  head record;
begin
  if tg_op = 'UPDATE' then
    if (new.part_id, new.position, new.nature) is distinct from (old.part_id, old.position, old.nature)
        or (old.complaint_id is not null and new.complaint_id is distinct from old.complaint_id) then
      raise exception 'octad:immutable' using errcode = 'OC001';
    end if;
    if new.complaint_id is not distinct from old.complaint_id then return new; end if;
  end if;
  if new.complaint_id is null then return new; end if;
  select c.state, c.customer_id, g.customer_id as sender into head from octad.complaint c, octad.goods_return g
    where c.id = new.complaint_id and g.id = new.return_id for share of c;
  if head.customer_id <> head.sender then
    raise exception 'octad:invalid:case' using errcode = 'OC001';
  end if;
  if head.state in ('closed', 'archived', 'cancelled') and not octad.converting() then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  return new;
end $$;

create function octad.octad_return_movement_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  head record;
  line record;
  owner record;
  step record;
  back record;
  delivered bigint;
  came bigint;
begin
  select g.closed_at into head from octad.goods_return g where g.id = new.return_id for no key update;
  if head.closed_at is not null and not octad.converting() then
    raise exception 'octad:return-closed' using errcode = 'OC001';
  end if;
  select l.return_id, l.complaint_id, l.item_id into line from octad.return_line l where l.id = new.line_id;
  if line.return_id is distinct from new.return_id then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  -- Waits for a closing under way.
  select c.state into owner from octad.complaint c where c.id = line.complaint_id for share;
  if owner.state in ('closed', 'archived', 'cancelled') and not octad.converting() and not exists (
      select 1 from octad.return_hand_over h where h.complaint_id = line.complaint_id and h.return_id = new.return_id) then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  if new.reverses is not null then
    select * into back from octad.return_movement m where m.id = new.reverses;
    if back.reverses is not null
        or (new.line_id, new.from_place, new.to_place, new.from_finding, new.to_finding, new.disposition,
            new.from_location, new.to_location, new.quantity)
        is distinct from (back.line_id, back.to_place, back.from_place, back.to_finding, back.from_finding,
                          back.disposition, back.to_location, back.from_location, back.quantity) then
      raise exception 'octad:return-reversal' using errcode = 'OC001';
    end if;
    if exists (select 1 from octad.return_movement m where m.reverses = new.reverses) then
      raise exception 'octad:return-reversed' using errcode = 'OC001';
    end if;
    select * into step from octad.return_move t where t.from_place = back.from_place and t.to_place = back.to_place;
  else
    select * into step from octad.return_move t where t.from_place = new.from_place and t.to_place = new.to_place;
    if not found and not octad.converting() then
      raise exception 'octad:return-move' using errcode = 'OC001';
    end if;
    if step.needs_document = 1 and new.document = '' then
      raise exception 'octad:invalid:document' using errcode = 'OC001';
    end if;
    -- Findings and dispositions stand where they belong.
    if (new.to_place = 'awaiting') and new.to_finding = 'open'
        or new.to_place in ('outside', 'expected', 'missing', 'surplus', 'quarantine', 'test') and new.to_finding <> 'open'
        or octad.is_disposed(new.to_place) and new.to_finding <> new.from_finding then
      raise exception 'octad:invalid:finding' using errcode = 'OC001';
    end if;
    if (octad.is_disposed(new.from_place) or octad.is_disposed(new.to_place)) <> (new.disposition <> 'none')
        or new.from_place <> 'awaiting' and octad.is_disposed(new.to_place) and not exists (
          select 1 from octad.return_carry_out c where c.disposition = new.disposition
            and c.from_place = new.from_place and c.to_place = new.to_place) then
      raise exception 'octad:return-disposition' using errcode = 'OC001';
    end if;
    if octad.is_disposed(new.to_place) and new.disposition = 'repair' and not exists (
        select 1 from octad.return_attachment a where a.return_id = new.return_id and a.paper = 'authorisation') then
      raise exception 'octad:return-authorisation' using errcode = 'OC001';
    end if;
    if octad.is_physical(new.to_place) and not octad.is_physical(new.from_place) and new.reason = ''
        and line.item_id is not null then
      select i.quantity_delivered into delivered from octad.complaint_item i where i.id = line.item_id
        for no key update;
      select coalesce(sum(case when octad.is_physical(m.to_place) and not octad.is_physical(m.from_place) then m.quantity
                               when octad.is_physical(m.from_place) and not octad.is_physical(m.to_place) then -m.quantity
                               else 0 end), 0)
        into came from octad.return_movement m join octad.return_line l on l.id = m.line_id
        where l.item_id = line.item_id;
      if came + new.quantity > delivered then
        raise exception 'octad:invalid:quantity' using errcode = 'OC001';
      end if;
    end if;
  end if;
  if octad.restricted() and not octad.may(step.right_name) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  if (step.needs_reason = 1 or new.reverses is not null) and new.reason !~ '[^\s.]' then
    raise exception 'octad:reason' using errcode = 'OC001';
  end if;
  if new.from_place <> 'quarantine' and new.from_location <> '' or new.to_place <> 'quarantine' and new.to_location <> '' then
    raise exception 'octad:invalid:location' using errcode = 'OC001';
  end if;
  if new.quantity between 1 and 10000000 and new.from_place not in ('outside', 'surplus')
      and octad.pieces_at(new.line_id, new.from_place, new.from_finding, new.disposition, new.from_location)
          < new.quantity then
    raise exception 'octad:return-balance' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger a_guard before insert on octad.return_movement
  for each row execute function octad.octad_return_movement_guard();
create trigger b_guard before insert or update on octad.return_line
  for each row execute function octad.octad_return_line_guard();

-- A case neither closes nor is cancelled over pieces that are nowhere settled, unless their return goes on with an owner.
create function octad.octad_case_returns_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if exists (select 1 from (select distinct l.return_id from octad.return_line l where l.complaint_id = new.id) r
             where octad.open_pieces(r.return_id, new.id) <> 0
               and not exists (select 1 from octad.return_hand_over h
                               where h.complaint_id = new.id and h.return_id = r.return_id)) then
    raise exception 'octad:return-open' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger d_returns before update on octad.complaint for each row
  when (new.state in ('closed', 'cancelled') and old.state <> new.state)
  execute function octad.octad_case_returns_guard();

-- The sums of a sweep follow its counts.
create function octad.octad_sweep_count_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  sign constant integer := case when new.correction = 1 then -1 else 1 end;
begin
  if not exists (select 1 from octad.sweep_row s where s.id = new.sweep_id and s.problem_id = new.problem_id) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  if octad.restricted() and not octad.may('countSweep') then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  update octad.sweep_row set ok = ok + sign * new.ok, ng = ng + sign * new.ng, rework = rework + sign * new.rework
    where id = new.sweep_id;
  return new;
end $$;
create trigger b_guard before insert on octad.sweep_count
  for each row execute function octad.octad_sweep_count_guard();

create trigger b_concluded before update on octad.ntf_dossier
  for each row when (old.concluded_at is not null) execute function octad.octad_refuse('append-only');

do $$
declare
  name text;
begin
  foreach name in array array['return_line', 'return_unit', 'unit_test', 'return_decision', 'ntf_dossier'] loop
    execute format('create trigger a_guard before insert or update on octad.%I
                    for each row execute function octad.octad_return_row_guard()', name);
  end loop;
  foreach name in array array['return_hand_over', 'sample_custody', 'sample_consent'] loop
    execute format('create trigger a_guard before insert on octad.%I
                    for each row execute function octad.octad_case_row_guard()', name);
  end loop;
  execute 'create trigger a_guard before insert on octad.sweep_count
           for each row execute function octad.octad_problem_row_guard()';
  foreach name in array array['return_movement', 'unit_test', 'return_decision', 'return_cost', 'return_attachment',
                              'return_hand_over', 'sweep_count', 'sample_custody', 'sample_consent'] loop
    execute format('create trigger b_append_only before update or delete on octad.%I
                    for each row execute function octad.octad_refuse(''append-only'')', name);
  end loop;
  foreach name in array array['goods_return', 'return_line', 'return_unit', 'ntf_dossier'] loop
    execute format('create trigger b_never_deleted before delete on octad.%I
                    for each row execute function octad.octad_refuse(''never-deleted'')', name);
  end loop;
  foreach name in array array['goods_return', 'return_line', 'return_movement', 'return_unit', 'unit_test',
                              'return_decision', 'ntf_dossier', 'return_cost', 'return_attachment', 'return_hand_over',
                              'sweep_count', 'sample_custody', 'sample_consent', 'return_move', 'return_carry_out'] loop
    execute format('create trigger c_no_truncate before truncate on octad.%I
                    for each statement execute function octad.octad_refuse(''never-deleted'')', name);
  end loop;
end $$;

-- What was kept of returned goods before stays as it was; it lives on in the tables above.
create trigger a_legacy before insert or update on octad.returned_quantity for each row
  execute function octad.octad_refuse('immutable');

create trigger c_identity before insert on octad.return_movement for each row
  execute function octad.octad_identity_guard('recorded_by');
create trigger c_identity before insert on octad.unit_test for each row
  execute function octad.octad_identity_guard('recorded_by');
create trigger c_identity before insert on octad.return_decision for each row
  execute function octad.octad_identity_guard('decided_by');
create trigger c_identity before insert on octad.ntf_dossier for each row
  execute function octad.octad_identity_guard('opened_by');
create trigger c_identity before insert on octad.return_cost for each row
  execute function octad.octad_identity_guard('booked_by');
create trigger c_identity before insert on octad.return_attachment for each row
  execute function octad.octad_identity_guard('added_by');
create trigger c_identity before insert on octad.return_hand_over for each row
  execute function octad.octad_identity_guard('by_person');
create trigger c_identity before insert on octad.sweep_count for each row
  execute function octad.octad_identity_guard('counted_by');
create trigger c_identity before insert on octad.sample_custody for each row
  execute function octad.octad_identity_guard('recorded_by');
create trigger c_identity before insert on octad.sample_consent for each row
  execute function octad.octad_identity_guard('recorded_by');

-- Returns that the acting department tests, or lines of which belong to a case it sees.
create function octad.department_returns() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select coalesce(array_agg(distinct r.id), '{}') from (
      select g.id from octad.goods_return g where g.test_department_id = octad.acting_department()
      union select l.return_id from octad.return_line l join octad.complaint c on c.id = l.complaint_id
        where c.responsible_department_id = octad.acting_department()
           or c.problem_id = any (octad.team_problems())
      union select l.return_id from octad.return_line l join octad.assignment a on a.complaint_id = l.complaint_id
        where a.department_id = octad.acting_department()) r);
end $$;

-- Returns of the customers somebody of sales looks after, and of the cases that person registered.
create function octad.sales_returns() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select coalesce(array_agg(distinct r.id), '{}') from (
      select g.id from octad.goods_return g where g.customer_id = any (octad.account_customers())
      union select l.return_id from octad.return_line l join octad.registration a on a.complaint_id = l.complaint_id
        where a.person_id = octad.acting_person()
      union select g.id from octad.goods_return g where g.owner_id = octad.acting_person()) r);
end $$;

-- A return the session may see. The policies of db/access say the same for rows.
create function octad.sees_return(the_return bigint) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return not octad.restricted()
      or octad.has_role('cqe') or octad.has_role('manager') or octad.has_role('auditor')
      or octad.has_role('administrator') or octad.has_role('finance') or octad.has_role('safety')
      or octad.has_role('checker') or octad.has_role('warehouse')
      or ((octad.has_role('member') or octad.has_role('head')) and the_return = any (octad.department_returns()))
      or (octad.has_role('registrar') and the_return = any (octad.sales_returns()));
end $$;

-- What a return says of its cases to those who may not see them: number, state and whether they are about safety.
create function octad.cases_of_return(the_return bigint)
  returns table (id bigint, number text, title text, state text, safety smallint, owner_id bigint)
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if not octad.sees_return(the_return) then return; end if;
  return query select c.id, c.number, case when octad.sees_case(c.id) then c.title else '' end, c.state, c.safety, c.owner_id
    from octad.complaint c where c.id in (select l.complaint_id from octad.return_line l where l.return_id = the_return);
end $$;

-- What was delivered of an item, and what of it came back in other returns.
create function octad.items_of_return(the_return bigint)
  returns table (id bigint, complaint_id bigint, part_id bigint, quantity_delivered bigint, received_elsewhere bigint)
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if not octad.sees_return(the_return) then return; end if;
  return query select i.id, i.complaint_id, i.part_id, i.quantity_delivered,
      (select coalesce(sum(case when octad.is_physical(m.to_place) and not octad.is_physical(m.from_place) then m.quantity
                                when octad.is_physical(m.from_place) and not octad.is_physical(m.to_place) then -m.quantity
                                else 0 end), 0)::bigint
         from octad.return_movement m join octad.return_line x on x.id = m.line_id
         where x.item_id = i.id and x.return_id <> the_return)
    from octad.complaint_item i where i.id in (select l.item_id from octad.return_line l where l.return_id = the_return);
end $$;

-- Stores a new return; `record` has a member a column. Gives key and number.
create function octad.create_return(record jsonb, year integer, out id bigint, out number text)
  language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  head octad.goods_return := jsonb_populate_record(null::octad.goods_return, record);
begin
  if not octad.may('announceReturn') then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  if octad.restricted() and not octad.may('recordReturn') and not head.customer_id = any (octad.account_customers())
      and not exists (select 1 from octad.complaint c join octad.registration r on r.complaint_id = c.id
                      where c.customer_id = head.customer_id and r.person_id = octad.acting_person()) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  head.id := nextval(pg_get_serial_sequence('octad.goods_return', 'id'));
  head.number := octad.next_number('R', year);
  head.row_version := 1;
  insert into octad.goods_return select head.*;
  id := head.id;
  number := head.number;
end $$;

-- Locks a return for a change and gives its row version. No row: there is none that the session may see.
create function octad.lock_return(the_return bigint) returns bigint
  language sql volatile set search_path = pg_catalog, octad, pg_temp
  as $$ select g.row_version from octad.goods_return g where g.id = the_return for no key update $$;

-- What a sweep looks for, and nothing else of the case.
create function octad.sweep_tasks(only_sweep bigint)
  returns table (id bigint, problem_id bigint, problem_number text, part_number text, failure text, clean_point text,
                 location text, suspect bigint, ok bigint, ng bigint, rework bigint, unreachable bigint,
                 last_counted_on date)
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if not octad.may('countSweep') and not octad.may('read') then return; end if;
  return query select s.id, s.problem_id, p.number,
      coalesce((select c.part_number from octad.complaint c where c.problem_id = p.id order by c.id limit 1), ''),
      p.failure, p.clean_point, s.location, s.suspect, s.ok, s.ng, s.rework, s.unreachable,
      (select max(k.counted_on) from octad.sweep_count k where k.sweep_id = s.id)
    from octad.sweep_row s join octad.problem p on p.id = s.problem_id
    where (only_sweep is null or s.id = only_sweep) and s.not_applicable = ''
      and exists (select 1 from octad.complaint c where c.problem_id = p.id
                  and c.state not in ('closed', 'archived', 'cancelled'))
    order by case when s.suspect - s.ok - s.ng - s.rework - s.unreachable > 0 then 0 else 1 end, s.id;
end $$;

-- The sweep of one location, locked for a count.
create function octad.lock_sweep(the_sweep bigint) returns bigint
  language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  locked bigint;
begin
  if octad.restricted() and not octad.may('countSweep') then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  select s.id into locked from octad.sweep_row s where s.id = the_sweep for no key update;
  return locked;
end $$;

-- The audit trail again, with the chain of a return.
create or replace function octad.octad_audit() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  o jsonb;
  n jsonb;
  any_row jsonb;
  old_values text;
  new_values text;
  the_chain text;
  head record;
  at_us bigint;
  new_hash text;
  the_key text;
begin
  if tg_op <> 'INSERT' then o := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then n := to_jsonb(new); end if;
  any_row := coalesce(n, o);
  if tg_op = 'UPDATE' then
    if n = o then return null; end if;
    select jsonb_object_agg(key, o -> key)::text, jsonb_object_agg(key, value)::text
      into old_values, new_values from jsonb_each(n) where o -> key is distinct from value;
  else
    old_values := o::text;
    new_values := n::text;
  end if;
  case tg_argv[0]
    when 'self' then the_chain := any_row ->> 'uuid';
    when 'complaint' then
      select uuid into the_chain from complaint where id = (any_row ->> 'complaint_id')::bigint;
    when 'problem' then
      select uuid into the_chain from problem where id = (any_row ->> 'problem_id')::bigint;
    when 'return' then
      select uuid into the_chain from goods_return where id = (any_row ->> 'return_id')::bigint;
    else the_chain := 'master';
  end case;
  the_key := coalesce(any_row ->> 'id', any_row ->> 'key',
                      (any_row ->> 'person_id') || ':' || (any_row ->> 'role'));
  insert into audit_head (chain, seq, hash) values (the_chain, 0, '') on conflict do nothing;
  select h.seq, h.hash into head from audit_head h where h.chain = the_chain for no key update;
  at_us := (extract(epoch from clock_timestamp()) * 1000000)::bigint;
  new_hash := octad_chain(head.hash, the_chain, head.seq + 1, at_us, session_user::text, octad_actor(),
      octad_use_case(), tg_op, tg_table_name::text, the_key, octad_reason(), old_values, new_values);
  insert into audit_event (chain, seq, at_us, login, actor, use_case, operation, table_name, row_key, reason,
                           old_values, new_values, hash)
    values (the_chain, head.seq + 1, at_us, session_user::text, octad_actor(), octad_use_case(), tg_op,
            tg_table_name::text, the_key, octad_reason(), old_values, new_values, new_hash);
  update audit_head set seq = head.seq + 1, hash = new_hash where chain = the_chain;
  return null;
end $$;

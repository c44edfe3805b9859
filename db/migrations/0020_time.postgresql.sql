-- Guards: the same rules as in the model, which says them in sentences first.

-- The quality manager, and where there is none, whoever handles complaints (model: approvesTime).
create function octad.approves_time() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return octad.has_role('manager') or (octad.may('handleComplaint') and not exists (
      select 1 from octad.person_role r join octad.person p on p.id = r.person_id
        where r.role = 'manager' and p.active = 1));
end $$;

-- A stop of a clock is approved by the quality manager in person, and not by whoever asked for it.
create function octad.octad_pause_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  me bigint;
begin
  if tg_op = 'UPDATE' then
    if (new.clock, new.started_at, new.reason, new.waits_for, new.asked_by)
        is distinct from (old.clock, old.started_at, old.reason, old.waits_for, old.asked_by)
        or (old.state is distinct from 'asked' and (new.state, new.approved_by, new.decided_at, new.decision)
            is distinct from (old.state, old.approved_by, old.decided_at, old.decision)) then
      raise exception 'octad:immutable' using errcode = 'OC001';
    end if;
    if new.state is not distinct from old.state then return new; end if;
  end if;
  if not octad.restricted() then return new; end if;
  me := octad.acting_person();
  if tg_op = 'INSERT' and new.asked_by is distinct from me then
    raise exception 'octad:identity' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' and new.state = 'asked' then return new; end if;
  if tg_op = 'UPDATE' and new.state = 'refused' and old.asked_by = me then return new; end if;
  if not octad.approves_time() or new.approved_by is distinct from me
      or (tg_op = 'UPDATE' and old.asked_by = me) then
    raise exception 'octad:pause-approval' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger c_approval before insert or update on octad.clock_pause
  for each row execute function octad.octad_pause_guard();

-- More time in the house is the quality manager's word; the customer's is recorded by whoever heard it.
create function octad.octad_extension_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if new.by_customer = 0 and octad.restricted() and not octad.approves_time() then
    raise exception 'octad:extension-approval' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger a_guard before insert on octad.clock_extension
  for each row execute function octad.octad_case_row_guard();
create trigger b_append_only before update or delete on octad.clock_extension
  for each row execute function octad.octad_refuse('append-only');
create trigger c_approval before insert on octad.clock_extension
  for each row execute function octad.octad_extension_guard();
create trigger c_identity before insert on octad.clock_extension
  for each row execute function octad.octad_identity_guard('recorded_by');

-- A visit is recorded once, in one's own name; also after the closing.
create trigger b_immutable before update on octad.follow_up
  for each row when ((new.id, new.complaint_id) is distinct from (old.id, old.complaint_id))
  execute function octad.octad_refuse('immutable');
create trigger b_told before update on octad.follow_up
  for each row when (old.done_on is not null) execute function octad.octad_refuse('immutable');
create trigger b_never_deleted before delete on octad.follow_up
  for each row execute function octad.octad_refuse('never-deleted');
create trigger c_identity before insert or update on octad.follow_up
  for each row when (new.recorded_by is not null) execute function octad.octad_identity_guard('recorded_by');

create trigger b_immutable before update on octad.campaign
  for each row when ((new.id, new.created_by) is distinct from (old.id, old.created_by))
  execute function octad.octad_refuse('immutable');
create trigger b_never_deleted before delete on octad.campaign
  for each row execute function octad.octad_refuse('never-deleted');
create trigger c_identity before insert on octad.campaign
  for each row execute function octad.octad_identity_guard('created_by');

-- Who took a complaint first stays that person, whoever handles it later.
create trigger b_first_contact before update on octad.complaint
  for each row when (old.first_contact_id is not null
                     and new.first_contact_id is distinct from old.first_contact_id)
  execute function octad.octad_refuse('immutable');

do $$
declare
  name text;
begin
  foreach name in array array['clock_extension', 'follow_up', 'campaign'] loop
    execute format('create trigger c_no_truncate before truncate on octad.%I
                    for each statement execute function octad.octad_refuse(''never-deleted'')', name);
  end loop;
end $$;

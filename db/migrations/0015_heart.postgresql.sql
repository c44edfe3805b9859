-- Guards of the tools of the disciplines: the same rules as in the model, which says them in sentences first.

do $$
declare
  name text;
begin
  -- Rows of a closed problem and of a closed case.
  foreach name in array array['is_not_row', 'action_candidate'] loop
    execute format('create trigger a_guard before insert or update or delete on octad.%I
                    for each row execute function octad.octad_problem_row_guard()', name);
  end loop;
  foreach name in array array['answer_confirmation', 'accepted_weakness', 'assessment'] loop
    execute format('create trigger a_guard before insert on octad.%I
                    for each row execute function octad.octad_problem_row_guard()', name);
  end loop;
  foreach name in array array['extension_request', 'similar_decision', 'picture_mark'] loop
    execute format('create trigger a_guard before insert or update on octad.%I
                    for each row execute function octad.octad_case_row_guard()', name);
  end loop;
  -- Append-only, and never deleted.
  foreach name in array array['answer_confirmation', 'accepted_weakness', 'assessment', 'similar_decision'] loop
    execute format('create trigger b_append_only before update or delete on octad.%I
                    for each row execute function octad.octad_refuse(''append-only'')', name);
  end loop;
  foreach name in array array['effect_challenge', 'other_customer', 'lesson', 'extension_request'] loop
    execute format('create trigger b_never_deleted before delete on octad.%I
                    for each row execute function octad.octad_refuse(''never-deleted'')', name);
  end loop;
  foreach name in array array['is_not_row', 'action_candidate', 'read_across', 'answer_confirmation',
                              'accepted_weakness', 'assessment', 'effect_challenge', 'other_customer', 'lesson',
                              'picture_mark', 'extension_request', 'similar_decision'] loop
    execute format('create trigger c_no_truncate before truncate on octad.%I
                    for each statement execute function octad.octad_refuse(''never-deleted'')', name);
  end loop;
end $$;

-- What a row belongs to never changes; a ruling is given once.
create trigger b_immutable before update of id, problem_id on octad.read_across
  for each row when ((new.id, new.problem_id) is distinct from (old.id, old.problem_id))
  execute function octad.octad_refuse('immutable');
create trigger b_answered before delete on octad.read_across
  for each row when (old.answered_on is not null) execute function octad.octad_refuse('append-only');
create trigger b_immutable before update on octad.lesson
  for each row when ((new.id, new.problem_id) is distinct from (old.id, old.problem_id))
  execute function octad.octad_refuse('immutable');
create trigger b_immutable before update on octad.other_customer
  for each row when ((to_jsonb(new) - '{customer_name,lots,quantity,decision,reason,notified_on,decided_by,decided_at}'::text[])
                     is distinct from (to_jsonb(old) - '{customer_name,lots,quantity,decision,reason,notified_on,decided_by,decided_at}'::text[]))
  execute function octad.octad_refuse('immutable');
create trigger b_immutable before update on octad.picture_mark
  for each row when (new.attachment_id is distinct from old.attachment_id)
  execute function octad.octad_refuse('immutable');
create trigger b_immutable before update on octad.extension_request
  for each row when ((to_jsonb(new) - '{state,ruling,ruled_by,ruled_at}'::text[])
                     is distinct from (to_jsonb(old) - '{state,ruling,ruled_by,ruled_at}'::text[]))
  execute function octad.octad_refuse('immutable');
create trigger b_ruled before update on octad.extension_request
  for each row when (old.state <> 'asked') execute function octad.octad_refuse('immutable');
create trigger b_ruled before update on octad.effect_challenge
  for each row when (old.ruling is not null) execute function octad.octad_refuse('immutable');
create trigger b_immutable before update on octad.effect_challenge
  for each row when ((to_jsonb(new) - '{kind,built_on,ruling,reason,ruled_by,ruled_at}'::text[])
                     is distinct from (to_jsonb(old) - '{kind,built_on,ruling,reason,ruled_by,ruled_at}'::text[]))
  execute function octad.octad_refuse('immutable');
-- A mark goes with a case that is open.
create function octad.octad_mark_guard() returns trigger language plpgsql
  set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if exists (select 1 from octad.complaint c where c.id = old.complaint_id
             and c.state in ('closed', 'archived', 'cancelled')) then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  return old;
end $$;
create trigger a_guard_delete before delete on octad.picture_mark
  for each row execute function octad.octad_mark_guard();

create trigger c_identity before insert on octad.answer_confirmation for each row
  execute function octad.octad_identity_guard('confirmed_by');
create trigger c_identity before insert on octad.accepted_weakness for each row
  execute function octad.octad_identity_guard('accepted_by');
create trigger c_identity before insert on octad.assessment for each row
  execute function octad.octad_identity_guard('assessed_by');
create trigger c_identity before insert on octad.similar_decision for each row
  execute function octad.octad_identity_guard('decided_by');
create trigger c_identity before insert on octad.extension_request for each row
  execute function octad.octad_identity_guard('requested_by');

-- A department names another one when it refuses.
drop trigger c_share on octad.assignment;
create trigger c_share before update on octad.assignment for each row
  execute function octad.octad_share_guard('state', 'refusal', 'bounces', 'proposed_id', 'row_version', '=answered',
                                           '=refused');

-- What was sent stays as it was sent; only the customer's answer is added.
create or replace function octad.octad_reply_guard() returns trigger language plpgsql
  set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if (to_jsonb(new) - '{status,answer,answered_at,objected_to}'::text[])
      is distinct from (to_jsonb(old) - '{status,answer,answered_at,objected_to}'::text[]) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  return new;
end $$;

-- Problems with an answer that was entered for the acting department: it confirms it, also after the approval.
create function octad.spoken_for_problems() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select coalesce(array_agg(distinct s.problem_id), '{}') from octad.submission s
      where s.on_behalf_of = octad.acting_department());
end $$;

-- Problems in which the acting department is asked what a read-across means for it: it answers, also after D7.
create function octad.across_problems() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select coalesce(array_agg(distinct r.problem_id), '{}') from octad.read_across r
      where r.department_id = octad.acting_department());
end $$;

-- Problems the person takes part in: by standing in the D1 team, or by a read-across of the department.
create or replace function octad.team_problems() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select coalesce(array_agg(distinct t.problem_id), '{}') from octad.team_member t
      join octad.person p on p.name = t.name where p.id = octad.acting_person())
    || octad.across_problems();
end $$;

-- Who is only asked for the read-across writes the answer and nothing else of the row.
create function octad.octad_across_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if not octad.restricted() or octad.may('handleComplaint') or new.problem_id = any (octad.open_problems()) then
    return new;
  end if;
  if (to_jsonb(new) - '{answer,answered_on}'::text[]) is distinct from (to_jsonb(old) - '{answer,answered_on}'::text[]) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger c_share before update on octad.read_across for each row execute function octad.octad_across_guard();
create index read_across_of_department on octad.read_across (department_id, problem_id);

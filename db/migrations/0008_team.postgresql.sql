-- What a server with one login a person asks of everybody (design 4.10). The rules are asleep until `octadctl
-- server install` has given the schema to octad_owner; a superuser is never held by them.

create function octad.restricted() returns boolean language sql stable
  return (select pg_get_userbyid(n.nspowner) = 'octad_owner' from pg_namespace n where n.nspname = 'octad')
     and not (select r.rolsuper from pg_roles r where r.rolname = session_user);

create function octad.has_role(role text) returns boolean language sql stable
  return coalesce(pg_has_role(session_user, to_regrole('octad_' || role)::oid, 'member'), false);

-- The next functions are asked in every statement of everybody: plpgsql plans them once a session, sql every time.
-- The person behind the session. None: nobody active has this login.
create function octad.acting_person() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select p.id from octad.person p where p.login = session_user and p.active = 1);
end $$;

-- The department the session acts for: one's own, or with `set octad.department = <key>` that of a person one
-- stands in for today.
create function octad.acting_department() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select coalesce(
      (select absent.department_id
         from octad.deputy d
         join octad.person me on me.id = d.deputy_id and me.login = session_user and me.active = 1
         join octad.person absent on absent.id = d.person_id
         where current_date between d.valid_from and d.valid_until
           and absent.department_id::text = current_setting('octad.department', true) limit 1),
      (select p.department_id from octad.person p where p.login = session_user and p.active = 1)));
end $$;

-- Whether a right of the model (registerComplaint, handleComplaint …) is the session's.
create function octad.may(wanted text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select not octad.restricted()
        or (octad.acting_person() is not null
            and exists (select 1 from octad.role_right r where r.right_name = wanted and octad.has_role(r.role))));
end $$;

create function octad.require_right(wanted text) returns void
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if not octad.may(wanted) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
end $$;

-- Imports may write what is closed. Everybody can say that he imports; it counts for those who may.
create function octad.importing() returns boolean language sql stable
  return octad.octad_use_case() = 'import' and octad.may('import');

-- Problems in which the acting department has a question to answer: there it writes.
create function octad.open_problems() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select coalesce(array_agg(distinct a.problem_id), '{}') from octad.assignment a
      where a.department_id = octad.acting_department() and a.state in ('asked', 'answered', 'rejected', 'refused'));
end $$;

-- Problems in whose D1 team the person stands.
create function octad.team_problems() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select coalesce(array_agg(distinct t.problem_id), '{}') from octad.team_member t
      join octad.person p on p.name = t.name where p.id = octad.acting_person());
end $$;
create index team_member_by_name on octad.team_member (name);

-- Customers the person looks after.
create function octad.account_customers() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select coalesce(array_agg(a.customer_id), '{}') from octad.account a where a.person_id = octad.acting_person());
end $$;

-- A case the session may see, for functions that do not run under row security. The policies of db/access say
-- the same for rows.
create function octad.sees_case(the_case bigint) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select not octad.restricted()
        or octad.has_role('cqe') or octad.has_role('manager') or octad.has_role('auditor')
        or octad.has_role('administrator') or octad.has_role('finance') or octad.has_role('safety')
        or octad.has_role('checker')
        or exists (select 1 from octad.complaint c where c.id = the_case and (
             ((octad.has_role('member') or octad.has_role('head')) and (
                 c.responsible_department_id = octad.acting_department()
              or c.problem_id = any (octad.team_problems())
              or exists (select 1 from octad.assignment a where a.complaint_id = c.id
                         and a.department_id = octad.acting_department())))
          or (octad.has_role('registrar') and (
                 c.customer_id = any (octad.account_customers())
              or exists (select 1 from octad.registration r where r.complaint_id = c.id
                         and r.person_id = octad.acting_person()))))));
end $$;

-- Text search for those who do not read all cases. Who asks is looked up once, not for every hit.
create function octad.search_visible(grams text[], pattern text) returns setof bigint
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  everything constant boolean := not octad.restricted()
    or octad.has_role('cqe') or octad.has_role('manager') or octad.has_role('auditor')
    or octad.has_role('administrator') or octad.has_role('finance') or octad.has_role('safety')
    or octad.has_role('checker');
  answers constant boolean := octad.has_role('member') or octad.has_role('head');
  sells constant boolean := octad.has_role('registrar');
  department constant bigint := octad.acting_department();
  me constant bigint := octad.acting_person();
  team constant bigint[] := octad.team_problems();
  customers constant bigint[] := octad.account_customers();
begin
  if not (everything or answers or sells) then return; end if;
  return query select c.id from octad.complaint_search s join octad.complaint c on c.id = s.complaint_id
    where s.grams @> $1 and s.body like $2 escape '\' and (everything
      or (answers and (c.responsible_department_id = department or c.problem_id = any (team)
            or exists (select 1 from octad.assignment a where a.complaint_id = c.id
                       and a.department_id = department)))
      or (sells and (c.customer_id = any (customers)
            or exists (select 1 from octad.registration r where r.complaint_id = c.id and r.person_id = me))));
end $$;

create function octad.store_search_text(the_case bigint, body text, grams text[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if octad.restricted() and not (octad.sees_case(the_case)
      and (octad.may('registerComplaint') or octad.may('handleComplaint') or octad.may('answerAssignment')
           or octad.may('checkAction') or octad.may('recordReturn'))) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  insert into octad.complaint_search as s (complaint_id, body, grams) values (the_case, $2, $3)
    on conflict on constraint complaint_search_pkey do update set body = excluded.body, grams = excluded.grams;
end $$;

-- Bytes are stored once; whether they are there is asked without seeing whose they are.
create function octad.has_content(hash text) returns boolean
  language sql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$ select exists (select 1 from octad.content c where c.sha256 = hash) $$;

-- The operations again, with the rights they need.
create or replace function octad.create_complaint(record jsonb, out id bigint, out number text)
  language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  head octad.complaint := jsonb_populate_record(null::octad.complaint, record);
begin
  if not (octad.may('registerComplaint') or octad.importing()) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  -- A case in somebody else's problem would open that problem to the one who registers.
  if not octad.may('handleComplaint') and exists (
      select 1 from octad.complaint c where c.problem_id = head.problem_id) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  head.id := nextval(pg_get_serial_sequence('octad.complaint', 'id'));
  head.number := octad.next_number('C', left(head.notice_month, 4)::integer);
  head.row_version := 1;
  insert into octad.complaint select head.*;
  if octad.restricted() then
    insert into octad.registration (complaint_id, person_id) values (head.id, octad.acting_person());
  end if;
  id := head.id;
  number := head.number;
end $$;

create or replace function octad.create_problem(record jsonb, year integer, out id bigint, out number text)
  language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  head octad.problem := jsonb_populate_record(null::octad.problem, record);
begin
  if not (octad.may('registerComplaint') or octad.importing()) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  head.id := nextval(pg_get_serial_sequence('octad.problem', 'id'));
  head.number := octad.next_number('P', year);
  head.row_version := 1;
  insert into octad.problem select head.*;
  insert into octad.discipline (problem_id, code, state, text, text_customer, reason, revision, decided_at,
                                row_version)
    select head.id, d.key, 'open', '', '', '', 0, null, 1 from octad.discipline_code d order by d.key;
  id := head.id;
  number := head.number;
end $$;

-- Absent and invisible cases answer the same.
create or replace function octad.move_complaint(the_case bigint, seen_version bigint, to_state text,
                                                closed_us bigint, reason text)
  returns bigint language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  before text := octad.octad_reason();
  moved bigint;
begin
  if not octad.sees_case(the_case) then
    raise exception 'octad:no-case' using errcode = 'P0002';
  end if;
  perform set_config('octad.reason', reason, true);
  update octad.complaint c set state = to_state, closed_at = closed_us, row_version = c.row_version + 1
    where c.id = the_case and c.row_version = seen_version returning c.row_version into moved;
  perform set_config('octad.reason', before, true);
  return moved;
end $$;

-- On a server with logins a request belongs to the login, whatever the client says.
create or replace function octad.begin_request(request_id text, actor_login text, actor_id bigint,
                                               fingerprint text, at_us bigint)
  returns table (person_id bigint, fingerprint_sha256 text, result text)
  language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if octad.restricted() and actor_id is distinct from octad.acting_person() then
    raise exception 'octad:identity' using errcode = '42501';
  end if;
  insert into octad.request (id, login, person_id, fingerprint_sha256, result, at)
    values (request_id, case when octad.restricted() then session_user::text else actor_login end, actor_id,
            fingerprint, null, at_us)
    on conflict on constraint request_pkey do nothing;
  if not found then
    if octad.restricted() and not exists (
        select 1 from octad.request r where r.id = request_id and r.login = session_user) then
      raise exception 'octad:request-reused' using errcode = 'OC001';
    end if;
    return query select r.person_id, r.fingerprint_sha256, r.result from octad.request r
      where r.id = request_id;
  end if;
end $$;

-- Guards see whole problems, also for those who do not.
alter function octad.octad_case_row_guard() security definer;
alter function octad.octad_problem_row_guard() security definer;
alter function octad.octad_discipline_guard() security definer;
alter function octad.octad_return_guard() security definer;
alter function octad.next_number(text, integer) security definer;
alter function octad.octad_audit() security definer;

create or replace function octad.octad_problem_is_closed(problem bigint) returns boolean language sql stable
  return exists (select 1 from octad.complaint c where c.problem_id = problem)
      and not exists (select 1 from octad.complaint c where c.problem_id = problem
                      and (c.state not in ('closed', 'archived', 'cancelled')
                           or (octad.importing() and c.origin = 'imported')));

-- A case: life by the transition table and its rights, reasons, four eyes, origin fixed, closed is closed.
create or replace function octad.octad_complaint_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  step record;
  last record;
  free constant text[] := '{state,closed_at,loss_minor,loss_currency,result,remarks,turn,turn_name,due_at,due_name,phase,part_number,failure,row_version}';
  derived constant text[] := '{turn,turn_name,due_at,due_name,phase,part_number,failure,row_version}';
begin
  if tg_op = 'INSERT' then
    if new.state <> 'registered' and (new.origin <> 'imported' or (octad.restricted() and not octad.importing())) then
      raise exception 'octad:transition' using errcode = 'OC001';
    end if;
    return new;
  end if;
  if (new.id, new.uuid, new.number, new.origin, new.created_at, new.verbatim)
      is distinct from (old.id, old.uuid, old.number, old.origin, old.created_at, old.verbatim) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  if new.row_version <> old.row_version + 1 then
    raise exception 'octad:version' using errcode = 'OC001';
  end if;
  if new.state <> old.state then
    select t.needs_reason, r.right_name into step from octad.transition t
      left join octad.transition_right r on r.from_state = t.from_state and r.to_state = t.to_state
      where t.from_state = old.state and t.to_state = new.state;
    if not found then
      raise exception 'octad:transition' using errcode = 'OC001';
    end if;
    if not (octad.may(step.right_name) or (old.origin = 'imported' and octad.importing())) then
      raise exception 'octad:rights' using errcode = '42501';
    end if;
    if step.needs_reason = 1
        and (octad.octad_reason() !~ '[^\s.]' or char_length(octad.octad_reason()) < 5) then
      raise exception 'octad:reason' using errcode = 'OC001';
    end if;
    if new.state = 'closed' and octad.restricted() and not (old.origin = 'imported' and octad.importing()) then
      select c.reopened, c.by_person, c.approved_by into last from octad.closing c
        where c.complaint_id = new.id order by c.id desc limit 1;
      if last.approved_by is null or last.reopened = 1 or last.approved_by = last.by_person
          or last.approved_by is not distinct from new.owner_id
          or last.approved_by <> octad.acting_person() then
        raise exception 'octad:four-eyes' using errcode = 'OC001';
      end if;
    end if;
  elsif octad.restricted() and not octad.may('handleComplaint') and not octad.importing()
      and (to_jsonb(new) - derived) is distinct from (to_jsonb(old) - derived) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  -- What stays open after closing: costs, the customer's result, remarks, and what lists derive.
  if old.state in ('closed', 'archived', 'cancelled')
      and (to_jsonb(new) - free) is distinct from (to_jsonb(old) - free) then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  if old.state in ('closed', 'archived') and new.state in ('closed', 'archived')
      and new.closed_at is distinct from old.closed_at then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  return new;
end $$;

create or replace function octad.octad_case_row_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  head record;
begin
  if tg_op = 'UPDATE' and (new.id, new.complaint_id) is distinct from (old.id, old.complaint_id) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  select state, origin into head from octad.complaint where id = new.complaint_id for share;
  if head.state in ('closed', 'archived', 'cancelled')
      and not (head.origin = 'imported' and octad.importing()) then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  return new;
end $$;

-- A row names the person who acts. Arguments: columns; the first that is filled in is that person.
create function octad.octad_identity_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  me text;
begin
  -- An imported closing names who closed the case then.
  if octad.restricted() and not (tg_table_name = 'closing' and octad.importing() and exists (
      select 1 from octad.complaint c
        where c.id = (to_jsonb(new) ->> 'complaint_id')::bigint and c.origin = 'imported')) then
    me := octad.acting_person()::text;
    if me is distinct from (select to_jsonb(new) ->> a from unnest(tg_argv) with ordinality u(a, place)
                            where to_jsonb(new) ->> a is not null order by place limit 1) then
      raise exception 'octad:identity' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;

-- What those may change who do not handle complaints. Arguments: these columns; the first is the state, and the
-- words behind "=" are the states they may set.
create function octad.octad_share_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  states text[];
  columns text[];
  n jsonb := to_jsonb(new);
  o jsonb := to_jsonb(old);
begin
  if not octad.restricted() or octad.may('handleComplaint') or octad.importing() then return new; end if;
  select array_agg(substr(a, 2)) filter (where a like '=%'), array_agg(a) filter (where a not like '=%')
    into states, columns from unnest(tg_argv) a;
  if (n - columns) is distinct from (o - columns)
      or (n ->> 'state' is distinct from o ->> 'state' and not (n ->> 'state') = any (coalesce(states, '{}'))) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  -- A department writes the disciplines it was asked for; a checker D6.
  if tg_table_name = 'discipline'
      and not (octad.may('checkAction') and n ->> 'code' = 'D6')
      and not exists (select 1 from octad.assignment a where a.problem_id = (n ->> 'problem_id')::bigint
                      and a.department_id = octad.acting_department() and strpos(a.disciplines, n ->> 'code') > 0
                      and a.state in ('asked', 'answered', 'rejected'))
      and not exists (select 1 from octad.registration r join octad.complaint c on c.id = r.complaint_id
                      where c.problem_id = (n ->> 'problem_id')::bigint and c.state = 'registered'
                      and r.person_id = octad.acting_person()) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  return new;
end $$;

create trigger c_share before update on octad.assignment for each row
  execute function octad.octad_share_guard('state', 'refusal', 'bounces', 'row_version', '=answered', '=refused');
create trigger c_share before update on octad.discipline for each row
  execute function octad.octad_share_guard('state', 'text', 'text_customer', 'revision', 'decided_at', 'row_version',
                                           '=submitted');
create trigger c_share before update on octad.problem for each row
  execute function octad.octad_share_guard('clean_point', 'clean_point_date', 'row_version');

create trigger c_identity before insert on octad.decision for each row
  execute function octad.octad_identity_guard('decided_by');
create trigger c_identity before insert on octad.reply for each row
  execute function octad.octad_identity_guard('sent_by');
create trigger c_identity before insert on octad.closing for each row
  execute function octad.octad_identity_guard('approved_by', 'by_person');
create trigger c_identity before insert on octad.attachment for each row
  execute function octad.octad_identity_guard('added_by');
create trigger c_identity before insert on octad.assignment for each row
  execute function octad.octad_identity_guard('asked_by');
create trigger c_identity before insert on octad.submission for each row
  execute function octad.octad_identity_guard('submitted_by');
create trigger c_identity before insert on octad.review for each row
  execute function octad.octad_identity_guard('reviewed_by');
create trigger c_identity before insert on octad.verification for each row
  execute function octad.octad_identity_guard('verified_by');
create trigger c_identity before insert on octad.imported_file for each row
  execute function octad.octad_identity_guard('imported_by');

-- Bytes are what their name says, and nothing is added to what is stored.
create function octad.octad_content_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  whole bytea;
begin
  if not octad.restricted() then return new; end if;
  if tg_table_name = 'content_chunk' then
    if exists (select 1 from octad.content c where c.sha256 = new.sha256) then
      raise exception 'octad:append-only' using errcode = 'OC001';
    end if;
    return new;
  end if;
  select string_agg(k.bytes, '' order by k.position) into whole from octad.content_chunk k
    where k.sha256 = new.sha256;
  if whole is null or length(whole) <> new.size or encode(sha256(whole), 'hex') <> new.sha256 then
    raise exception 'octad:content' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger c_content before insert on octad.content for each row execute function octad.octad_content_guard();
create trigger c_content before insert on octad.content_chunk for each row
  execute function octad.octad_content_guard();

create trigger b_never_deleted before delete on octad.registration for each row
  execute function octad.octad_refuse('never-deleted');
create trigger b_append_only before update on octad.registration for each row
  execute function octad.octad_refuse('append-only');
do $$
declare
  name text;
begin
  foreach name in array array['deputy', 'account', 'registration', 'role_right', 'transition_right'] loop
    execute format('create trigger c_no_truncate before truncate on octad.%I
                    for each statement execute function octad.octad_refuse(''never-deleted'')', name);
  end loop;
end $$;

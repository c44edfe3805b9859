-- What happened to a case and to its 8D, for who sees the case: the policies of the trail would look the case up
-- again for every event. Its rows are read in the same way by octad.read_case, which the migrator makes from the records.
create function octad.case_history(the_case bigint) returns setof octad.audit_event
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if not octad.sees_case(the_case) then return; end if;
  return query select a.* from octad.audit_event a where a.chain in (
    select c.uuid from octad.complaint c where c.id = the_case
    union all select p.uuid from octad.complaint c join octad.problem p on p.id = c.problem_id where c.id = the_case);
end $$;

-- Who asks is looked up once in the functions below, not for every row, and by the index; whether a department was
-- asked about a case is looked up for that case ("offset 0" keeps the planner from reading all questions it was ever
-- asked), so that a list stays as fast however long the history is.
-- Asked by every guard and policy: plpgsql plans it once a session.
create or replace function octad.restricted() returns boolean
  language plpgsql stable set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select pg_get_userbyid(n.nspowner) = 'octad_owner' from pg_namespace n where n.nspname = 'octad')
     and not (select r.rolsuper from pg_roles r where r.rolname = session_user);
end $$;

create or replace function octad.open_problems() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  department constant bigint := octad.acting_department();
begin
  return (select coalesce(array_agg(distinct a.problem_id), '{}') from octad.assignment a
      where a.department_id = department and a.state in ('asked', 'answered', 'rejected', 'refused'));
end $$;

-- The same of one problem, however many questions the department has.
create function octad.answers_in(the_problem bigint) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  department constant bigint := octad.acting_department();
begin
  return exists (select 1 from octad.assignment a where a.problem_id = the_problem and a.department_id = department
                 and a.state in ('asked', 'answered', 'rejected', 'refused'));
end $$;

create or replace function octad.spoken_for_problems() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  department constant bigint := octad.acting_department();
begin
  return (select coalesce(array_agg(distinct s.problem_id), '{}') from octad.submission s
      where s.on_behalf_of = department);
end $$;

create or replace function octad.across_problems() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  department constant bigint := octad.acting_department();
begin
  return (select coalesce(array_agg(distinct r.problem_id), '{}') from octad.read_across r
      where r.department_id = department);
end $$;

create or replace function octad.team_problems() returns bigint[]
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  me text;
begin
  select p.name into me from octad.person p where p.login = session_user and p.active = 1;
  return (select coalesce(array_agg(distinct t.problem_id), '{}') from octad.team_member t where t.name = me)
    || octad.across_problems();
end $$;

create or replace function octad.sees_case(the_case bigint) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  me octad.person;
  department bigint;
  the_problem bigint;
begin
  if not octad.restricted()
      or octad.has_role('cqe') or octad.has_role('manager') or octad.has_role('auditor')
      or octad.has_role('administrator') or octad.has_role('finance') or octad.has_role('safety')
      or octad.has_role('checker') then
    return true;
  end if;
  select p.* into me from octad.person p where p.login = session_user and p.active = 1;
  if octad.has_role('member') or octad.has_role('head') then
    department := octad.acting_department();
    select c.problem_id into the_problem from octad.complaint c where c.id = the_case;
    if exists (select 1 from octad.complaint c where c.id = the_case and c.responsible_department_id = department)
        or exists (select 1 from octad.assignment a where a.complaint_id = the_case and a.department_id = department)
        or exists (select 1 from octad.team_member t where t.problem_id = the_problem and t.name = me.name)
        or exists (select 1 from octad.read_across r where r.problem_id = the_problem and r.department_id = department) then
      return true;
    end if;
  end if;
  return octad.has_role('registrar')
    and (exists (select 1 from octad.complaint c join octad.account a on a.customer_id = c.customer_id
                 where c.id = the_case and a.person_id = me.id)
      or exists (select 1 from octad.registration r where r.complaint_id = the_case and r.person_id = me.id));
end $$;

-- Planned once a session: planning each search anew took longer than searching.
create or replace function octad.search_visible(grams text[], pattern text) returns setof bigint
  language plpgsql stable security definer
  set search_path = pg_catalog, octad, pg_temp set plan_cache_mode = force_generic_plan
  as $$
declare
  answers constant boolean := octad.has_role('member') or octad.has_role('head');
  sells constant boolean := octad.has_role('registrar');
  department bigint;
  me bigint;
  team bigint[] := '{}';
  customers bigint[] := '{}';
begin
  if not octad.restricted()
      or octad.has_role('cqe') or octad.has_role('manager') or octad.has_role('auditor')
      or octad.has_role('administrator') or octad.has_role('finance') or octad.has_role('safety')
      or octad.has_role('checker') then
    return query select s.complaint_id from octad.complaint_search s where s.grams @> $1 and s.body like $2 escape '\';
    return;
  end if;
  if answers then
    department := octad.acting_department();
    team := octad.team_problems();
  end if;
  if sells then
    me := octad.acting_person();
    customers := octad.account_customers();
  end if;
  if not (answers or sells) then return; end if;
  return query select c.id from octad.complaint_search s join octad.complaint c on c.id = s.complaint_id
    where s.grams @> $1 and s.body like $2 escape '\' and (
         (answers and (c.responsible_department_id = department or c.problem_id = any (team)
            or exists (select 1 from octad.assignment a where a.complaint_id = c.id
                       and a.department_id = department offset 0)))
      or (sells and (c.customer_id = any (customers)
            or exists (select 1 from octad.registration r where r.complaint_id = c.id and r.person_id = me offset 0))));
end $$;

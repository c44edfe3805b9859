-- A case is read by one function (octad.read_case, made by the migrator), also those of its rows that not everybody
-- sees who sees the case. Who asks is looked up once; a return is looked up by its key, not among all that a
-- department has.

-- Those for whom no row of a case is hidden.
create function octad.reads_everything() returns boolean
  language plpgsql stable set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return not octad.restricted()
      or octad.has_role('cqe') or octad.has_role('manager') or octad.has_role('auditor')
      or octad.has_role('administrator') or octad.has_role('finance') or octad.has_role('safety')
      or octad.has_role('checker');
end $$;

-- A department has the cases that are about its parts, that it was asked about, in whose team somebody stands as the
-- session's person does, and those that are read across to it. These three are planned once a session: planning takes
-- longer than looking up.
create function octad.department_has(the_case bigint) returns boolean
  language plpgsql stable security definer
  set search_path = pg_catalog, octad, pg_temp set plan_cache_mode = force_generic_plan
  as $$
declare
  department constant bigint := octad.acting_department();
begin
  return exists (select 1 from octad.complaint c where c.id = the_case
    and (c.responsible_department_id = department
      or exists (select 1 from octad.assignment a where a.complaint_id = the_case and a.department_id = department)
      or exists (select 1 from octad.read_across r where r.problem_id = c.problem_id and r.department_id = department)
      or exists (select 1 from octad.team_member t where t.problem_id = c.problem_id
                 and t.name = (select p.name from octad.person p where p.login = session_user and p.active = 1))));
end $$;

-- A case seen by those who see some: departments theirs, sales those of its customers and what it registered.
create function octad.takes_part(the_case bigint) returns boolean
  language plpgsql stable security definer
  set search_path = pg_catalog, octad, pg_temp set plan_cache_mode = force_generic_plan
  as $$
begin
  if (octad.has_role('member') or octad.has_role('head')) and octad.department_has(the_case) then return true; end if;
  return octad.has_role('registrar') and exists (select 1 from octad.person me
    where me.login = session_user and me.active = 1
      and (exists (select 1 from octad.complaint c join octad.account a on a.customer_id = c.customer_id
                   where c.id = the_case and a.person_id = me.id)
        or exists (select 1 from octad.registration r where r.complaint_id = the_case and r.person_id = me.id)));
end $$;

create or replace function octad.sees_case(the_case bigint) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return octad.reads_everything() or octad.takes_part(the_case);
end $$;

-- The policies of db/access say the same for rows.
create or replace function octad.sees_return(the_return bigint) returns boolean
  language plpgsql stable security definer
  set search_path = pg_catalog, octad, pg_temp set plan_cache_mode = force_generic_plan
  as $$
begin
  if octad.has_role('warehouse') or octad.reads_everything() then return true; end if;
  if (octad.has_role('member') or octad.has_role('head'))
      and (exists (select 1 from octad.goods_return g
                   where g.id = the_return and g.test_department_id = octad.acting_department())
        or exists (select 1 from octad.return_line l
                   where l.return_id = the_return and octad.department_has(l.complaint_id))) then
    return true;
  end if;
  return octad.has_role('registrar') and exists (select 1 from octad.person me
    where me.login = session_user and me.active = 1
      and (exists (select 1 from octad.goods_return g where g.id = the_return
                   and (g.owner_id = me.id or exists (select 1 from octad.account a
                     where a.customer_id = g.customer_id and a.person_id = me.id)))
        or exists (select 1 from octad.return_line l join octad.registration r on r.complaint_id = l.complaint_id
                   where l.return_id = the_return and r.person_id = me.id)));
end $$;

alter function octad.case_history(bigint) set plan_cache_mode = force_generic_plan;

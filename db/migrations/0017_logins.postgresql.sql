-- Who stands in for whom is entered by the people themselves: the server looks who says it, and until when.

-- The day it is at the site. A session may set its own time zone; whoever stands in until today does not make today
-- longer that way.
create function octad.site_today() returns date
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (now() at time zone coalesce((select s.value from octad.setting s where s.key = 'zone'), 'UTC'))::date;
end $$;

create or replace function octad.acting_department() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  wanted constant text := coalesce(current_setting('octad.department', true), '');
  standing bigint;
begin
  if wanted <> '' then
    select absent.department_id into standing
      from octad.deputy d
      join octad.person me on me.id = d.deputy_id and me.login = session_user and me.active = 1
      join octad.person absent on absent.id = d.person_id
      where absent.department_id::text = wanted
        and (select octad.site_today()) between d.valid_from and d.valid_until limit 1;
    if standing is not null then return standing; end if;
  end if;
  return (select p.department_id from octad.person p where p.login = session_user and p.active = 1);
end $$;

-- Everybody for oneself, a head of department for the own department, the quality manager and the administrator for
-- all.
create function octad.may_deputise(absent bigint) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return (select not octad.restricted()
        or (octad.acting_person() is not null
            and (octad.has_role('manager') or octad.has_role('administrator') or absent = octad.acting_person()
                 or (octad.has_role('head') and exists (
                       select 1 from octad.person me join octad.person other
                         on other.department_id = me.department_id
                         where me.id = octad.acting_person() and other.id = absent)))));
end $$;

create function octad.octad_deputy_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if not octad.may_deputise(case when tg_op = 'INSERT' then new.person_id else old.person_id end) then
    raise exception 'octad:rights' using errcode = '42501';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'UPDATE' and (new.id, new.person_id, new.deputy_id, new.valid_from)
      is distinct from (old.id, old.person_id, old.deputy_id, old.valid_from) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  if new.valid_until > new.valid_from + 366 then
    raise exception 'octad:invalid:valid_until' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger c_deputy before insert or update or delete on octad.deputy for each row
  execute function octad.octad_deputy_guard();

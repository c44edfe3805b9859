-- Numbers of complaints by the pattern of the policy that judges them (model/policy/numbering does the same for a file).
-- The server looks the pattern up itself.
create function octad.next_case_number(pattern text, month text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  serial bigint;
  digits constant integer := length(substring(pattern from '\{(#+)\}'));
begin
  insert into octad.counter as c (series, year, last)
    values (case when pattern = 'C{yy}-{#####}' then 'C' else pattern end,
            case when pattern like '%{mm}%' then replace(month, '-', '')::integer
                 when pattern like '%{yy%' then left(month, 4)::integer
                 else 0 end, 1)
    on conflict on constraint counter_pkey do update set last = c.last + 1
    returning last into serial;
  return replace(replace(replace(regexp_replace(pattern, '\{#+\}', lpad(serial::text, greatest(digits, length(serial::text)), '0')),
    '{yyyy}', left(month, 4)), '{yy}', substr(month, 3, 2)), '{mm}', substr(month, 6, 2));
end $$;

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
  head.number := octad.next_case_number(coalesce((select p.content::jsonb ->> 'numbering' from octad.policy p
      where p.name = head.policy_name and p.revision = head.policy_revision), 'C{yy}-{#####}'), head.notice_month);
  head.row_version := 1;
  insert into octad.complaint select head.*;
  if octad.restricted() then
    insert into octad.registration (complaint_id, person_id) values (head.id, octad.acting_person());
  end if;
  id := head.id;
  number := head.number;
end $$;

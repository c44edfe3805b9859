-- Who may approve a closing, or decide that a case is not ours, by the policy the case was judged by: its content is
-- the document as it was released. Like the four eyes it holds where people have logins of their own.
create function octad.octad_approval_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  step constant text := case when new.state = 'closed' and old.state <> 'closed' then 'closing'
                             when new.acceptance = 'not_ours' and old.acceptance <> 'not_ours' then 'not_ours' end;
begin
  -- A case keeps the revision it was judged by, so nobody chooses other approvers for it.
  if coalesce(old.policy_name, '') <> ''
      and (new.policy_name, new.policy_revision) is distinct from (old.policy_name, old.policy_revision) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  if step is not null and octad.restricted() and not octad.importing() and exists (
      select 1 from octad.policy p, jsonb_array_elements(coalesce(p.content::jsonb -> 'approvals', '[]'::jsonb)) a
        where p.name = new.policy_name and p.revision = new.policy_revision and a ->> 'step' = step
          and coalesce(a ->> 'class', new.severity) = new.severity
          and not exists (select 1 from octad.person_role r
                          where r.person_id = octad.acting_person() and r.role = a ->> 'role')) then
    raise exception 'octad:approval' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger b_approval before update on octad.complaint for each row execute function octad.octad_approval_guard();

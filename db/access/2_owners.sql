-- Who owns what, and what nobody else may do with the database. Audit tables and the one function that writes
-- them have an owner of their own: a fault in another function cannot rewrite the trail.
do $$
declare
  name text;
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to octad_user', current_database());
  execute 'revoke all on schema public from public';
  -- Large objects know no row security.
  for name in select p.oid::regprocedure::text from pg_catalog.pg_proc p
              where p.pronamespace = 'pg_catalog'::regnamespace
                and (p.proname ~ '^lo_' or p.proname in ('lowrite', 'loread')) loop
    execute format('revoke execute on function %s from public', name);
  end loop;
  execute 'alter schema octad owner to octad_owner';
  execute 'revoke all on schema octad from public';
  -- Roles that are made owners need a place to own things in.
  execute 'grant create, usage on schema octad to octad_audit_owner';
  for name in select format('%I.%I', n.nspname, c.relname) from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'octad' and c.relkind in ('r', 'p', 'v', 'm') loop
    execute format('alter table %s owner to %s', name,
                   case when name like 'octad.audit\_%' then 'octad_audit_owner'
                        else 'octad_owner' end);
    execute format('revoke all on %s from public', name);
  end loop;
  for name in select p.oid::regprocedure::text from pg_catalog.pg_proc p
              where p.pronamespace = 'octad'::regnamespace loop
    execute format('alter function %s owner to %s', name,
                   case when name like '%octad_audit()' then 'octad_audit_owner' else 'octad_owner' end);
    execute format('revoke all on function %s from public', name);
  end loop;
  execute 'revoke create on schema octad from octad_audit_owner';
  -- Signing looks when the session began; only who reads all statistics sees that of another role.
  execute 'grant pg_read_all_stats to octad_owner';
end $$;
alter default privileges for role octad_owner revoke execute on functions from public;
alter default privileges for role octad_audit_owner revoke execute on functions from public;

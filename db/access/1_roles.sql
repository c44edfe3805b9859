-- Roles of the cluster. None of them may log in or make roles (CREATEROLE on PostgreSQL 15 is as good as the
-- account of the server): people get logins of their own, which are members of these groups.
do $$
declare
  name text;
begin
  foreach name in array array['octad_owner', 'octad_audit_owner', 'octad_user', 'octad_registrar', 'octad_cqe',
                              'octad_manager', 'octad_member', 'octad_head', 'octad_checker', 'octad_warehouse',
                              'octad_finance', 'octad_safety', 'octad_auditor', 'octad_administrator'] loop
    if not exists (select 1 from pg_catalog.pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
    execute format('alter role %I nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls', name);
    if name not in ('octad_owner', 'octad_audit_owner', 'octad_user') then
      execute format('grant octad_user to %I', name);
    end if;
  end loop;
end $$;

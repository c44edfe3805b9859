-- Signing and the log of readings are named operations: nobody writes these tables directly.

-- The audit trail again, with rows that belong to a case or to a problem.
create or replace function octad.octad_audit() returns trigger
  language plpgsql security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  o jsonb;
  n jsonb;
  any_row jsonb;
  old_values text;
  new_values text;
  the_chain text;
  head record;
  at_us bigint;
  new_hash text;
  the_key text;
begin
  if tg_op <> 'INSERT' then o := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then n := to_jsonb(new); end if;
  any_row := coalesce(n, o);
  if tg_op = 'UPDATE' then
    if n = o then return null; end if;
    select jsonb_object_agg(key, o -> key)::text, jsonb_object_agg(key, value)::text
      into old_values, new_values from jsonb_each(n) where o -> key is distinct from value;
  else
    old_values := o::text;
    new_values := n::text;
  end if;
  case tg_argv[0]
    when 'self' then the_chain := any_row ->> 'uuid';
    when 'complaint' then
      select uuid into the_chain from complaint where id = (any_row ->> 'complaint_id')::bigint;
    when 'problem' then
      select uuid into the_chain from problem where id = (any_row ->> 'problem_id')::bigint;
    when 'owner' then
      select coalesce((select uuid from complaint where id = (any_row ->> 'complaint_id')::bigint),
                      (select uuid from problem where id = (any_row ->> 'problem_id')::bigint)) into the_chain;
    when 'return' then
      select uuid into the_chain from goods_return where id = (any_row ->> 'return_id')::bigint;
    else the_chain := 'master';
  end case;
  the_key := coalesce(any_row ->> 'id', any_row ->> 'key',
                      (any_row ->> 'person_id') || ':' || (any_row ->> 'role'));
  insert into audit_head (chain, seq, hash) values (the_chain, 0, '') on conflict do nothing;
  select h.seq, h.hash into head from audit_head h where h.chain = the_chain for no key update;
  at_us := (extract(epoch from clock_timestamp()) * 1000000)::bigint;
  new_hash := octad_chain(head.hash, the_chain, head.seq + 1, at_us, session_user::text, octad_actor(),
      octad_use_case(), tg_op, tg_table_name::text, the_key, octad_reason(), old_values, new_values);
  insert into audit_event (chain, seq, at_us, login, actor, use_case, operation, table_name, row_key, reason,
                           old_values, new_values, hash)
    values (the_chain, head.seq + 1, at_us, session_user::text, octad_actor(), octad_use_case(), tg_op,
            tg_table_name::text, the_key, octad_reason(), old_values, new_values, new_hash);
  update audit_head set seq = head.seq + 1, hash = new_hash where chain = the_chain;
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['signature', 'case_reading'] loop
    execute format('create trigger b_append_only before update or delete on octad.%I
                    for each row execute function octad.octad_refuse(''append-only'')', name);
    execute format('create trigger c_no_truncate before truncate on octad.%I
                    for each statement execute function octad.octad_refuse(''never-deleted'')', name);
  end loop;
end $$;

-- A session that began within these seconds: whoever signs has just shown who he is. The owner of this function
-- reads pg_stat_activity (db/access/2_owners.sql).
create function octad.is_fresh() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  return coalesce((select clock_timestamp() - a.backend_start < interval '15 seconds'
                     from pg_stat_activity a where a.pid = pg_backend_pid()), false);
end $$;

-- Signs one version of a record as it is seen from a case; `record` has a member a column. The signer, his right
-- to say this, the version and the end of the chain he saw are looked at here, whatever the client looked at.
create function octad.sign_record(the_case bigint, record jsonb, out id bigint, out signed_at bigint,
                                  out printed_name text, out reauthenticated text)
  language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  s octad.signature := jsonb_populate_record(null::octad.signature, record);
  head octad.complaint;
  author bigint;
  approver bigint;
  approved boolean := false;
  code text := '';
  chain_of text;
begin
  if octad.restricted() then
    if octad.acting_person() is null then
      raise exception 'octad:rights' using errcode = '42501';
    end if;
    if s.signed_by is distinct from octad.acting_person() then
      raise exception 'octad:identity' using errcode = '42501';
    end if;
    if not octad.sees_case(the_case) then
      raise exception 'octad:no-case' using errcode = 'P0002';
    end if;
    if not octad.is_fresh() then
      raise exception 'octad:not-fresh' using errcode = '42501';
    end if;
  end if;
  perform octad.lock_case(the_case);
  select c.* into head from octad.complaint c where c.id = the_case;
  if not found or coalesce(s.complaint_id, the_case) <> the_case
      or coalesce(s.problem_id, head.problem_id) <> head.problem_id then
    raise exception 'octad:no-case' using errcode = 'P0002';
  end if;

  if s.submission_id is not null then
    select x.submitted_by, d.state = 'approved', d.code into author, approved, code
      from octad.submission x
      join octad.discipline d on d.problem_id = x.problem_id and d.code = x.discipline
      where x.id = s.submission_id and x.problem_id = s.problem_id and x.revision = d.revision
        and d.state in ('submitted', 'approved');
  elsif s.reply_id is not null then
    select r.sent_by, true into author, approved from octad.reply r
      where r.id = s.reply_id and r.complaint_id = the_case
        and not exists (select 1 from octad.reply n where n.complaint_id = r.complaint_id and n.stage = r.stage
                        and n.revision > r.revision);
  else
    select k.by_person, k.approved_by into author, approver from octad.closing k
      where k.id = s.closing_id and k.complaint_id = the_case and head.state in ('closed', 'archived')
        and k.approved_by is not null and k.reopened = 0
        and not exists (select 1 from octad.closing n where n.complaint_id = the_case and n.id > k.id);
  end if;
  select coalesce((select c.uuid from octad.complaint c where c.id = s.complaint_id),
                  (select p.uuid from octad.problem p where p.id = s.problem_id)) into chain_of;
  if author is null or not exists (select 1 from octad.audit_head h where h.chain = chain_of
                                   and h.seq = s.chain_seq and h.hash = s.chain_hash) then
    raise exception 'octad:signed-version' using errcode = '40001';
  end if;

  if not (case s.meaning
      when 'authored' then author = s.signed_by
      when 'reviewed' then author <> s.signed_by
        and octad.may(case when s.closing_id is null then 'handleComplaint' else 'approveClosing' end)
      when 'approved' then author <> s.signed_by and approved and octad.may('handleComplaint')
      when 'verified' then author <> s.signed_by and approved and code = 'D6' and octad.may('handleComplaint')
        and (select v.result from octad.verification v where v.problem_id = s.problem_id
             order by v.id desc limit 1) = 'effective'
      when 'closed' then coalesce(approver = s.signed_by, false)
      else false end) then
    raise exception 'octad:signature' using errcode = '42501';
  end if;

  select p.name into s.printed_name from octad.person p where p.id = s.signed_by and p.active = 1;
  s.id := nextval(pg_get_serial_sequence('octad.signature', 'id'));
  s.signed_at := (extract(epoch from clock_timestamp()) * 1000000)::bigint;
  s.reauthenticated := case when not octad.restricted() then 'none'
                            when s.reauthenticated = 'password' then 'password' else 'connection' end;
  insert into octad.signature select s.*;
  id := s.id;
  signed_at := s.signed_at;
  printed_name := s.printed_name;
  reauthenticated := s.reauthenticated;
end $$;

-- Notes what somebody who looks at the records from outside has read.
create function octad.note_reading(record jsonb, out id bigint, out at bigint)
  language plpgsql volatile security definer set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  r octad.case_reading := jsonb_populate_record(null::octad.case_reading, record);
begin
  if octad.restricted() then
    if not octad.may('audit') then
      raise exception 'octad:rights' using errcode = '42501';
    end if;
    if r.person_id is distinct from octad.acting_person() then
      raise exception 'octad:identity' using errcode = '42501';
    end if;
  end if;
  r.id := nextval(pg_get_serial_sequence('octad.case_reading', 'id'));
  r.at := (extract(epoch from clock_timestamp()) * 1000000)::bigint;
  insert into octad.case_reading select r.*;
  id := r.id;
  at := r.at;
end $$;

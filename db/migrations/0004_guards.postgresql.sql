-- The last line, whatever path a write came by. The model checks the same rules first and says them in sentences.

-- Refuses the operation with a rule's key: `execute function octad_refuse('never-deleted')`.
create function octad_refuse() returns trigger language plpgsql
  as $$ begin raise exception 'octad:%', tg_argv[0] using errcode = 'OC001'; end $$;

-- A case: life by the transition table, origin fixed, closed is closed (design 4.8).
create function octad_complaint_guard() returns trigger language plpgsql
  as $$
declare
  step record;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'registered' and new.origin <> 'imported' then
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
    select * into step from transition t where t.from_state = old.state and t.to_state = new.state;
    if not found then
      raise exception 'octad:transition' using errcode = 'OC001';
    end if;
    if step.needs_reason = 1 and octad_reason() !~ '[^\s.]' then
      raise exception 'octad:reason' using errcode = 'OC001';
    end if;
  end if;
  -- What stays open after closing: costs, the customer's result, remarks, and what lists derive.
  if old.state in ('closed', 'archived', 'cancelled')
      and (to_jsonb(new) - '{state,closed_at,loss_minor,loss_currency,result,remarks,turn,turn_name,due_at,due_name,phase,part_number,failure,row_version}'::text[])
          is distinct from
          (to_jsonb(old) - '{state,closed_at,loss_minor,loss_currency,result,remarks,turn,turn_name,due_at,due_name,phase,part_number,failure,row_version}'::text[]) then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  if old.state in ('closed', 'archived') and new.state in ('closed', 'archived')
      and new.closed_at is distinct from old.closed_at then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger a_guard before insert or update on complaint
  for each row execute function octad_complaint_guard();

-- Rows of a closed case. FOR SHARE waits for a closing under way; the unit of work holds the stronger lock already.
create function octad_case_row_guard() returns trigger language plpgsql
  as $$
declare
  head record;
begin
  if tg_op = 'UPDATE' and (new.id, new.complaint_id) is distinct from (old.id, old.complaint_id) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  select state, origin into head from complaint where id = new.complaint_id for share;
  if head.state in ('closed', 'archived', 'cancelled')
      and not (head.origin = 'imported' and octad_use_case() = 'import') then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  return new;
end $$;

-- Rows of a problem none of whose cases is open any more.
create function octad_problem_is_closed(problem bigint) returns boolean language sql stable
  as $$ select octad_use_case() <> 'import'
      and exists (select 1 from complaint c where c.problem_id = problem)
      and not exists (select 1 from complaint c where c.problem_id = problem
                      and c.state not in ('closed', 'archived', 'cancelled')) $$;

create function octad_problem_row_guard() returns trigger language plpgsql
  as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.problem_id) is distinct from (old.id, old.problem_id) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  if tg_op = 'DELETE' then
    if octad_problem_is_closed(old.problem_id) then
      raise exception 'octad:closed' using errcode = 'OC001';
    end if;
    return old;
  end if;
  if octad_problem_is_closed(new.problem_id) then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  return new;
end $$;

create function octad_discipline_guard() returns trigger language plpgsql
  as $$
begin
  if (new.id, new.problem_id, new.code) is distinct from (old.id, old.problem_id, old.code) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  if new.row_version <> old.row_version + 1 then
    raise exception 'octad:version' using errcode = 'OC001';
  end if;
  if (new.text, new.text_customer) is distinct from (old.text, old.text_customer)
      and octad_problem_is_closed(new.problem_id) then
    raise exception 'octad:closed' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger a_guard before update on discipline for each row execute function octad_discipline_guard();

create function octad_problem_guard() returns trigger language plpgsql
  as $$
begin
  if (new.id, new.uuid, new.number, new.created_at)
      is distinct from (old.id, old.uuid, old.number, old.created_at) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  if new.row_version <> old.row_version + 1 then
    raise exception 'octad:version' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger a_guard before update on problem for each row execute function octad_problem_guard();

-- What was sent stays as it was sent; only the customer's answer is added.
create function octad_reply_guard() returns trigger language plpgsql
  as $$
begin
  if (to_jsonb(new) - '{status,answer,answered_at}'::text[])
      is distinct from (to_jsonb(old) - '{status,answer,answered_at}'::text[]) then
    raise exception 'octad:immutable' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger a_guard before update on reply for each row execute function octad_reply_guard();

-- Several returns of one item may exceed what was delivered only with an explanation.
create function octad_return_guard() returns trigger language plpgsql
  as $$
declare
  delivered bigint;
  others bigint;
begin
  if new.explanation <> '' then
    return new;
  end if;
  select quantity_delivered into delivered from complaint_item where id = new.item_id for no key update;
  select coalesce(sum(received), 0) into others
    from returned_quantity where item_id = new.item_id and id <> new.id;
  if others + new.received > delivered then
    raise exception 'octad:invalid:received' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger b_guard before insert or update on returned_quantity
  for each row execute function octad_return_guard();

-- The head of a chain only moves on by one.
create function octad_head_guard() returns trigger language plpgsql
  as $$
begin
  if new.chain <> old.chain or new.seq <> old.seq + 1 then
    raise exception 'octad:append-only' using errcode = 'OC001';
  end if;
  return new;
end $$;
create trigger a_guard before update on audit_head for each row execute function octad_head_guard();

-- The result of a request is filled in once, when its transaction ends.
create trigger a_guard before update on request
  for each row when (old.result is not null) execute function octad_refuse('append-only');

do $$
declare
  name text;
begin
  foreach name in array array['complaint_item', 'decision', 'clock_pause', 'sample', 'returned_quantity',
                              'attachment', 'assignment'] loop
    execute format('create trigger a_guard before insert or update on %I
                    for each row execute function octad_case_row_guard()', name);
  end loop;
  foreach name in array array['team_member', 'fact', 'sweep_row', 'cause', 'why_step', 'action',
                              'document_change'] loop
    execute format('create trigger a_guard before insert or update or delete on %I
                    for each row execute function octad_problem_row_guard()', name);
  end loop;
  foreach name in array array['decision', 'closing', 'verification', 'submission', 'review', 'audit_event',
                              'content', 'content_chunk', 'policy', 'imported_file',
                              'imported_line'] loop
    execute format('create trigger b_append_only before update or delete on %I
                    for each row execute function octad_refuse(''append-only'')', name);
  end loop;
  foreach name in array array['complaint', 'complaint_item', 'reply', 'case_clock', 'clock_pause', 'sample',
                              'returned_quantity', 'attachment', 'assignment', 'problem', 'discipline',
                              'department', 'person', 'customer', 'part', 'defect', 'shipment', 'setting',
                              'counter', 'request', 'audit_head'] loop
    execute format('create trigger b_never_deleted before delete on %I
                    for each row execute function octad_refuse(''never-deleted'')', name);
  end loop;
  for name in select tablename from pg_tables where schemaname = current_schema() loop
    execute format('create trigger c_no_truncate before truncate on %I
                    for each statement execute function octad_refuse(''never-deleted'')', name);
  end loop;
end $$;

-- The audit trail: one event a changed row, hashed into the chain of its aggregate (security.md 2.2).
-- Argument: self, complaint, problem or master.
create function octad_audit() returns trigger language plpgsql
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

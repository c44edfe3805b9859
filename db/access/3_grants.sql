-- What each group may do. Rows are for 4_policies.sql, columns that only some may change for the guards of the
-- schema. Nobody is granted: insert of cases and problems, their number and state, changes of the audit trail,
-- counters, sequences. A table that is not named here is nobody's.
do $$
declare
  name text;
  role text;
  function text;
  columns text;
begin
  -- From nothing, so that what was granted once and is not any more is gone.
  for role in select r.rolname from pg_catalog.pg_roles r where r.rolname like 'octad\_%'
              and r.rolname not in ('octad_owner', 'octad_audit_owner') loop
    execute format('revoke all on all tables in schema octad from %I', role);
    execute format('revoke all on all sequences in schema octad from %I', role);
    execute format('revoke all on all functions in schema octad from %I', role);
  end loop;
  -- Columns keep their own grants.
  for name, columns, role in
      select a.attrelid::regclass::text, string_agg(distinct quote_ident(a.attname), ', '), g.rolname
        from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid,
             pg_catalog.aclexplode(a.attacl) x join pg_catalog.pg_roles g on g.oid = x.grantee
        where c.relnamespace = 'octad'::regnamespace group by a.attrelid, g.rolname loop
    execute format('revoke all (%s) on %s from %I', columns, name, role);
  end loop;
  grant usage on schema octad to octad_user, octad_audit_owner;

  -- Words and master data: everybody who has a login reads them.
  for name in select format('octad.%I', t.table_name) from information_schema.columns t
              where t.table_schema = 'octad' group by t.table_name
              having array_agg(t.column_name::text order by t.column_name) = array['key', 'label'] loop
    execute format('grant select on %s to octad_user', name);
  end loop;
  grant select on octad.transition, octad.transition_right, octad.return_move, octad.return_carry_out, octad.role_right, octad.schema_version,
    octad.department, octad.person, octad.person_role, octad.customer, octad.part, octad.defect, octad.shipment,
    octad.calendar_day, octad.policy, octad.setting, octad.deputy, octad.account, octad.campaign to octad_user;

  -- Cases and problems.
  foreach name in array array['complaint', 'complaint_item', 'decision', 'reply', 'case_clock', 'clock_pause',
      'sample', 'returned_quantity', 'closing', 'attachment', 'assignment', 'imported_line', 'registration',
      'problem', 'discipline', 'team_member', 'fact', 'sweep_row', 'cause', 'why_step', 'action', 'verification',
      'document_change', 'submission', 'review', 'content', 'content_chunk', 'audit_event', 'audit_head',
      'sample_custody', 'sample_consent', 'sweep_count', 'return_hand_over', 'is_not_row', 'action_candidate',
      'read_across', 'answer_confirmation', 'accepted_weakness', 'assessment', 'effect_challenge', 'other_customer',
      'lesson', 'picture_mark', 'extension_request', 'similar_decision', 'signature', 'clock_extension',
      'follow_up'] loop
    execute format('grant select on octad.%I to octad_cqe, octad_manager, octad_auditor, octad_administrator,'
                   ' octad_finance, octad_safety, octad_checker, octad_member, octad_head, octad_registrar', name);
  end loop;
  grant select on octad.sweep_row, octad.sweep_count, octad.return_hand_over, octad.content, octad.content_chunk,
    octad.audit_event, octad.audit_head to octad_warehouse;

  -- Returned goods: who sees which is for the policies; which movement needs which right, for the guard.
  foreach name in array array['goods_return', 'return_line', 'return_movement', 'return_unit', 'unit_test',
      'return_decision', 'ntf_dossier', 'return_cost', 'return_attachment'] loop
    execute format('grant select on octad.%I to octad_user', name);
  end loop;
  select string_agg(quote_ident(a.attname), ', ') into columns from pg_catalog.pg_attribute a
    where a.attrelid = 'octad.goods_return'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname not in ('id', 'uuid', 'number', 'customer_id', 'blind', 'created_at');
  execute format('grant update (%s) on octad.goods_return to octad_cqe, octad_manager, octad_warehouse, octad_member,'
                 ' octad_head, octad_checker, octad_registrar, octad_finance', columns);
  grant insert on octad.return_line, octad.return_movement
    to octad_cqe, octad_manager, octad_warehouse, octad_registrar;
  grant insert on octad.return_movement to octad_member, octad_head, octad_checker, octad_finance;
  grant update on octad.return_line to octad_cqe, octad_manager;
  grant insert, update, delete on octad.return_unit
    to octad_cqe, octad_manager, octad_warehouse, octad_member, octad_head, octad_checker;
  grant insert on octad.unit_test to octad_cqe, octad_manager, octad_member, octad_head, octad_checker;
  grant insert on octad.return_decision, octad.sample_custody, octad.sample_consent, octad.return_hand_over
    to octad_cqe, octad_manager;
  grant insert, update on octad.ntf_dossier to octad_cqe, octad_manager;
  grant insert on octad.return_cost to octad_cqe, octad_manager, octad_finance;
  grant insert on octad.return_attachment
    to octad_cqe, octad_manager, octad_warehouse, octad_member, octad_head, octad_checker, octad_finance,
       octad_registrar;
  grant insert on octad.sweep_count
    to octad_cqe, octad_manager, octad_warehouse, octad_member, octad_head, octad_checker;
  -- Row security would hide the index of this table from the planner: only who reads every case reads it.
  grant select on octad.complaint_search to octad_cqe, octad_manager, octad_auditor, octad_administrator,
    octad_finance, octad_safety, octad_checker;
  grant select on octad.imported_file, octad.audit_checkpoint, octad.audit_checkpoint_head,
    octad.saved_view, octad.case_reading to octad_cqe, octad_manager, octad_auditor, octad_administrator;
  grant insert on octad.audit_checkpoint, octad.audit_checkpoint_head
    to octad_cqe, octad_manager, octad_administrator;

  -- The head of a case: what lists derive is written by everybody who changes it, the rest is held by the guard.
  select string_agg(quote_ident(a.attname), ', ') into columns from pg_catalog.pg_attribute a
    where a.attrelid = 'octad.complaint'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname not in ('id', 'uuid', 'number', 'origin', 'state', 'closed_at', 'created_at');
  execute format('grant update (%s) on octad.complaint to octad_cqe, octad_manager, octad_member, octad_head,'
                 ' octad_checker, octad_administrator', columns);
  -- Enough to lock a case.
  grant update (row_version) on octad.complaint, octad.problem to octad_registrar;
  grant update (row_version) on octad.problem to octad_checker, octad_administrator;
  select string_agg(quote_ident(a.attname), ', ') into columns from pg_catalog.pg_attribute a
    where a.attrelid = 'octad.problem'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname <> 'id';
  execute format('grant update (%s) on octad.problem to octad_cqe, octad_manager, octad_member, octad_head',
                 columns);
  select string_agg(quote_ident(a.attname), ', ') into columns from pg_catalog.pg_attribute a
    where a.attrelid = 'octad.discipline'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname <> 'id';
  execute format('grant update (%s) on octad.discipline to octad_cqe, octad_manager, octad_member, octad_head,'
                 ' octad_checker, octad_registrar', columns);

  -- Working rows of a problem.
  foreach name in array array['team_member', 'fact', 'is_not_row', 'sweep_row', 'cause', 'why_step',
                              'action_candidate', 'action', 'document_change', 'read_across', 'picture_mark'] loop
    execute format('grant insert, update, delete on octad.%I to octad_cqe, octad_manager, octad_member, octad_head',
                   name);
  end loop;
  grant insert on octad.team_member, octad.cause, octad.why_step, octad.action to octad_registrar;
  grant update on octad.action to octad_checker;

  -- What quality decides about a problem, and what a department says to it.
  grant insert on octad.accepted_weakness, octad.similar_decision to octad_cqe, octad_manager;
  grant insert, update on octad.effect_challenge, octad.other_customer, octad.lesson to octad_cqe, octad_manager;
  grant insert on octad.answer_confirmation, octad.assessment, octad.extension_request
    to octad_cqe, octad_manager, octad_member, octad_head;
  grant update on octad.extension_request to octad_cqe, octad_manager;

  -- Rows of a case.
  grant insert on octad.complaint_item, octad.decision, octad.case_clock
    to octad_cqe, octad_manager, octad_registrar, octad_administrator;
  grant insert on octad.sample, octad.closing, octad.imported_line, octad.imported_file
    to octad_cqe, octad_manager, octad_administrator;
  grant update on octad.complaint_item, octad.sample to octad_cqe, octad_manager;
  grant insert, update on octad.case_clock to octad_cqe, octad_manager, octad_member, octad_head, octad_checker;
  grant insert, update on octad.clock_pause, octad.reply, octad.follow_up to octad_cqe, octad_manager;
  grant insert on octad.clock_extension to octad_cqe, octad_manager;
  grant update on octad.reply to octad_administrator;  -- the job notes that no answer came
  grant insert on octad.verification, octad.review to octad_cqe, octad_manager;
  grant insert, update on octad.assignment to octad_cqe, octad_manager;
  grant update on octad.assignment to octad_member, octad_head;
  grant insert on octad.submission to octad_cqe, octad_manager, octad_member, octad_head;
  grant insert on octad.attachment, octad.content, octad.content_chunk
    to octad_cqe, octad_manager, octad_member, octad_head, octad_checker;
  grant insert on octad.content, octad.content_chunk to octad_warehouse, octad_finance, octad_registrar;

  -- Master data.
  grant insert on octad.customer, octad.part, octad.defect
    to octad_cqe, octad_manager, octad_registrar, octad_administrator;
  grant insert on octad.department to octad_cqe, octad_manager;  -- registers name departments
  grant insert, update on octad.shipment to octad_cqe, octad_manager, octad_administrator;
  grant update on octad.customer, octad.part, octad.defect to octad_administrator;
  grant update on octad.customer to octad_manager;
  grant insert, update on octad.campaign to octad_cqe, octad_manager, octad_administrator;
  grant insert, update on octad.department, octad.person, octad.setting, octad.calendar_day to octad_administrator;
  grant insert, delete on octad.person_role to octad_administrator;
  grant insert on octad.policy to octad_administrator;
  grant insert, update, delete on octad.account to octad_manager, octad_administrator;
  -- Everybody names the own deputy; whose else, and that only the end moves, the guard looks at.
  grant insert, update, delete on octad.deputy
    to octad_registrar, octad_cqe, octad_manager, octad_member, octad_head, octad_checker, octad_warehouse,
       octad_finance, octad_safety, octad_administrator;
  grant select, insert, update (seen_us), delete on octad.presence to octad_cqe, octad_manager, octad_auditor,
    octad_administrator, octad_finance, octad_safety, octad_checker, octad_member, octad_head, octad_registrar;
  grant select, insert, update, delete on octad.saved_view
    to octad_registrar, octad_cqe, octad_manager, octad_member, octad_head, octad_checker, octad_finance,
       octad_safety, octad_administrator;
  -- Notices: whoever runs the job gives them, their reader marks them as read.
  grant select, update (read_at) on octad.notice to octad_user;
  grant insert on octad.notice to octad_administrator;
  grant select, insert, update (state, attempts, error, next_at, sent_at, reported_at) on octad.mail
    to octad_administrator;
  grant select, insert on octad.mail_report to octad_administrator;
  grant select, update (result) on octad.request
    to octad_registrar, octad_cqe, octad_manager, octad_member, octad_head, octad_checker, octad_warehouse,
       octad_finance, octad_administrator;

  -- Functions: those that checks and policies call, and the named operations, which look at rights themselves.
  foreach function in array array['octad_line(text, integer)', 'octad_actor()', 'octad_use_case()',
      'octad_reason()', 'restricted()', 'has_role(text)', 'may(text)', 'importing()', 'acting_person()',
      'acting_department()', 'open_problems()', 'answers_in(bigint)', 'spoken_for_problems()', 'across_problems()', 'team_problems()',
      'account_customers()', 'reads_everything()', 'takes_part(bigint)', 'sees_case(bigint)', 'read_case(bigint)', 'read_return(bigint)', 'case_history(bigint)',
      'search_complaints(text[], text)', 'search_visible(text[], text)',
      'has_content(text)', 'lock_case(bigint)', 'lock_return(bigint)', 'lock_sweep(bigint)', 'sweep_tasks(bigint)', 'sees_return(bigint)',
      'cases_of_return(bigint)', 'items_of_return(bigint)', 'department_returns()', 'sales_returns()'] loop
    execute format('grant execute on function octad.%s to octad_user', function);
  end loop;
  grant execute on function octad.begin_request(text, text, bigint, text, bigint),
    octad.store_search_text(bigint, text, text[])
    to octad_registrar, octad_cqe, octad_manager, octad_member, octad_head, octad_checker, octad_warehouse,
       octad_finance, octad_administrator;
  grant execute on function octad.create_complaint(jsonb), octad.create_problem(jsonb, integer)
    to octad_registrar, octad_cqe, octad_manager, octad_administrator;
  grant execute on function octad.create_return(jsonb, integer)
    to octad_registrar, octad_cqe, octad_manager, octad_warehouse;
  grant execute on function octad.move_complaint(bigint, bigint, text, bigint, text)
    to octad_cqe, octad_manager, octad_administrator;

  grant execute on function octad.sign_record(bigint, jsonb)
    to octad_registrar, octad_cqe, octad_manager, octad_member, octad_head, octad_checker;
  grant execute on function octad.note_reading(jsonb) to octad_cqe, octad_manager, octad_auditor, octad_administrator;
  -- Signing binds the end of the chain; a history is read by octad.case_history.
  grant select on octad.audit_head, octad.audit_event to octad_owner;

  -- The writer of the trail.
  grant execute on function octad.octad_lp(text), octad.octad_actor(), octad.octad_use_case(), octad.octad_reason(),
    octad.octad_chain(text, text, bigint, bigint, text, text, text, text, text, text, text, text, text)
    to octad_audit_owner;
  grant select on octad.complaint, octad.problem, octad.goods_return to octad_audit_owner;
end $$;

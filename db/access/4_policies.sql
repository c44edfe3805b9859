-- Which rows each group sees and writes. Every policy names its groups, so that a CQE's plan has no filter at
-- all, and compares with functions that are called once a query (security.md 1.4). "offset 0" has a parent looked up
-- by its key for the rows that are read: without it the planner reads all that the session may see beforehand.
do $$
declare
  name text;
  own text;
  policy text;
  everything constant text := 'octad_cqe, octad_manager, octad_auditor, octad_administrator, octad_finance,'
                              ' octad_safety, octad_checker';
  partial constant text := 'octad_member, octad_head, octad_registrar';
  quality constant text := 'octad_cqe, octad_manager';
  department constant text := 'octad_member, octad_head';
  asked constant text := 'problem_id = any ((select octad.open_problems())::bigint[])';
  mine constant text := 'exists (select 1 from octad.registration r where r.complaint_id = %s'
                        ' and r.person_id = (select octad.acting_person()))';
  own_problem constant text := 'exists (select 1 from octad.complaint c join octad.registration r on r.complaint_id'
                               ' = c.id where c.problem_id = %s and c.state = ''registered'''
                               ' and r.person_id = (select octad.acting_person()))';
begin
  for name, policy in select format('octad.%I', tablename), policyname from pg_catalog.pg_policies
                      where schemaname = 'octad' loop
    execute format('drop policy %I on %s', policy, name);
  end loop;

  -- A case is seen by its parts' department, by who answered for it or stands in its D1 team; by sales when it
  -- is of their customers or registered by them.
  alter table octad.complaint enable row level security;
  execute format('create policy reads_all on octad.complaint for select to %s using (true)', everything);
  execute format('create policy department_reads on octad.complaint for select to %s using ('
                 ' responsible_department_id = (select octad.acting_department())'
                 ' or problem_id = any ((select octad.team_problems())::bigint[])'
                 ' or exists (select 1 from octad.assignment a where a.complaint_id = complaint.id'
                 '            and a.department_id = (select octad.acting_department()) offset 0))', department);
  execute format('create policy sales_reads on octad.complaint for select to octad_registrar using ('
                 ' customer_id = any ((select octad.account_customers())::bigint[]) or ' || mine || ')',
                 'complaint.id');
  execute format('create policy quality_writes on octad.complaint for update to %s using (true)', quality);
  execute format('create policy department_writes on octad.complaint for update to %s using (%s)', department,
                 asked);
  execute format('create policy department_locks on octad.complaint for update to %s using ('
                 ' problem_id = any ((select octad.spoken_for_problems())::bigint[])'
                 ' or problem_id = any ((select octad.across_problems())::bigint[]))', department);
  execute 'create policy checker_writes on octad.complaint for update to octad_checker using (true)';
  execute format('create policy sales_locks on octad.complaint for update to octad_registrar using ('
                 ' state = ''registered'' and ' || mine || ')', 'complaint.id');
  execute 'create policy job_writes on octad.complaint for update to octad_administrator using (true)';
  execute 'create policy audit_reads on octad.complaint for select to octad_audit_owner using (true)';

  -- A problem is seen with any of its cases.
  alter table octad.problem enable row level security;
  execute format('create policy reads_all on octad.problem for select to %s using (true)', everything);
  execute format('create policy reads_some on octad.problem for select to %s using ('
                 ' id = any ((select octad.team_problems())::bigint[])'
                 ' or exists (select 1 from octad.complaint c where c.problem_id = problem.id offset 0))', partial);
  execute format('create policy quality_writes on octad.problem for update to %s, octad_checker using (true)', quality);
  execute 'create policy job_locks on octad.problem for update to octad_administrator using (true)';
  execute format('create policy department_writes on octad.problem for update to %s using ('
                 ' id = any ((select octad.open_problems())::bigint[]))', department);
  execute format('create policy department_locks on octad.problem for update to %s using ('
                 ' id = any ((select octad.spoken_for_problems())::bigint[])'
                 ' or id = any ((select octad.across_problems())::bigint[]))', department);
  execute format('create policy sales_locks on octad.problem for update to octad_registrar using ('
                 || own_problem || ')', 'problem.id');
  execute 'create policy audit_reads on octad.problem for select to octad_audit_owner using (true)';

  -- A department's questions: lists read these rows only. All questions of a problem it still answers for, since
  -- whose turn it is follows from all of them; that is asked for the rows of other departments only.
  alter table octad.assignment enable row level security;
  execute format('create policy reads_all on octad.assignment for select to %s using (true)', everything);
  execute format('create policy department_reads on octad.assignment for select to %s using ('
                 ' department_id = (select octad.acting_department())'
                 ' or octad.answers_in(problem_id))', department);
  execute format('create policy sales_reads on octad.assignment for select to octad_registrar using ('
                 ' complaint_id in (select r.complaint_id from octad.registration r'
                 '                  where r.person_id = (select octad.acting_person())))');
  execute format('create policy quality_adds on octad.assignment for insert to %s with check (true)', quality);
  execute format('create policy quality_writes on octad.assignment for update to %s using (true)', quality);
  execute format('create policy department_writes on octad.assignment for update to %s using ('
                 ' department_id = (select octad.acting_department()))', department);

  alter table octad.registration enable row level security;
  execute format('create policy reads_all on octad.registration for select to %s using (true)', everything);
  execute 'create policy sales_reads on octad.registration for select to octad_registrar using ('
          ' person_id = (select octad.acting_person()))';

  -- Rows of a case: seen with the case.
  foreach name in array array['complaint_item', 'decision', 'reply', 'case_clock', 'clock_pause', 'sample',
                              'returned_quantity', 'closing', 'attachment', 'imported_line', 'sample_custody',
                              'sample_consent', 'return_hand_over', 'picture_mark', 'extension_request',
                              'similar_decision', 'clock_extension', 'follow_up'] loop
    execute format('alter table octad.%I enable row level security', name);
    execute format('create policy reads_all on octad.%I for select to %s using (true)', name, everything);
    execute format('create policy reads_some on octad.%I for select to %s using ('
                   ' exists (select 1 from octad.complaint c where c.id = complaint_id offset 0))', name, partial);
    execute format('create policy quality_adds on octad.%I for insert to %s with check (true)', name, quality);
    execute format('create policy quality_writes on octad.%I for update to %s using (true)', name, quality);
    execute format('create policy import_adds on octad.%I for insert to octad_administrator'
                   ' with check ((select octad.importing()))', name);
  end loop;
  foreach name in array array['complaint_item', 'decision', 'case_clock'] loop
    execute format('create policy sales_adds on octad.%I for insert to octad_registrar with check ('
                   || mine || ')', name, name || '.complaint_id');
  end loop;
  foreach name in array array['case_clock', 'attachment'] loop
    execute format('create policy department_adds on octad.%I for insert to %s, octad_checker with check ('
                   ' exists (select 1 from octad.complaint c where c.id = complaint_id))', name, department);
  end loop;
  execute format('create policy quality_removes on octad.picture_mark for delete to %s using (true)', quality);
  execute format('create policy department_marks on octad.picture_mark to %s using ('
                 ' exists (select 1 from octad.complaint c where c.id = complaint_id)) with check ('
                 ' exists (select 1 from octad.complaint c where c.id = complaint_id))', department);
  execute format('create policy department_asks on octad.extension_request for insert to %s with check ('
                 ' assignment_id in (select a.id from octad.assignment a'
                 '                   where a.department_id = (select octad.acting_department())))', department);
  execute format('create policy department_writes on octad.case_clock for update to %s, octad_checker using ('
                 ' exists (select 1 from octad.complaint c where c.id = complaint_id))', department);
  execute 'create policy job_notes on octad.reply for update to octad_administrator using (status = ''sent'')'
          ' with check (status = ''no_answer'')';
  execute 'create policy warehouse_reads on octad.return_hand_over for select to octad_warehouse using (true)';

  -- Returned goods: the warehouse, quality and finance see all of them, a department those it tests or that belong
  -- to its cases, sales those of its customers.
  foreach name in array array['goods_return', 'return_line', 'return_movement', 'return_unit', 'unit_test',
                              'return_decision', 'ntf_dossier', 'return_cost', 'return_attachment'] loop
    execute format('alter table octad.%I enable row level security', name);
    execute format('create policy reads_all on octad.%I for select to %s, octad_warehouse using (true)', name,
                   everything);
    own := case when name = 'goods_return' then 'id' else 'return_id' end;
    execute format('create policy department_reads on octad.%I for select to %s using ('
                   ' %I = any ((select octad.department_returns())::bigint[]))', name, department, own);
    execute format('create policy sales_reads on octad.%I for select to octad_registrar using ('
                   ' %I = any ((select octad.sales_returns())::bigint[]))', name, own);
    if name <> 'goods_return' then
      execute format('create policy all_add on octad.%I for insert to %s, octad_warehouse, octad_finance,'
                     ' octad_checker with check (true)', name, quality);
      execute format('create policy department_adds on octad.%I for insert to %s with check ('
                     ' return_id = any ((select octad.department_returns())::bigint[]))', name, department);
      execute format('create policy sales_adds on octad.%I for insert to octad_registrar with check ('
                     ' return_id = any ((select octad.sales_returns())::bigint[]))', name);
    end if;
    execute format('create policy all_write on octad.%I for update to %s, octad_warehouse, octad_finance,'
                   ' octad_checker using (true)', name, quality);
    execute format('create policy department_writes on octad.%I for update to %s using ('
                   ' %I = any ((select octad.department_returns())::bigint[]))', name, department, own);
    execute format('create policy sales_writes on octad.%I for update to octad_registrar using ('
                   ' %I = any ((select octad.sales_returns())::bigint[]))', name, own);
  end loop;
  -- A unit that was entered by mistake is removed by whoever may enter units; the guard says until when.
  execute format('create policy all_remove on octad.return_unit for delete to %s, octad_warehouse, octad_checker'
                 ' using (true)', quality);
  execute format('create policy department_removes on octad.return_unit for delete to %s using ('
                 ' return_id = any ((select octad.department_returns())::bigint[]))', department);
  execute 'create policy audit_reads on octad.goods_return for select to octad_audit_owner using (true)';

  -- Rows of a problem: seen with the problem, written by who answers for it.
  foreach name in array array['discipline', 'team_member', 'fact', 'sweep_row', 'cause', 'why_step', 'action',
                              'verification', 'document_change', 'submission', 'review', 'sweep_count', 'is_not_row',
                              'action_candidate', 'read_across', 'answer_confirmation', 'accepted_weakness',
                              'assessment', 'effect_challenge', 'other_customer'] loop
    execute format('alter table octad.%I enable row level security', name);
    execute format('create policy reads_all on octad.%I for select to %s using (true)', name, everything);
    execute format('create policy reads_some on octad.%I for select to %s using ('
                   ' exists (select 1 from octad.problem p where p.id = problem_id offset 0))', name, partial);
    execute format('create policy quality_writes on octad.%I to %s using (true) with check (true)', name, quality);
  end loop;
  foreach name in array array['team_member', 'fact', 'is_not_row', 'sweep_row', 'cause', 'why_step',
                              'action_candidate', 'action', 'document_change', 'read_across'] loop
    execute format('create policy department_writes on octad.%I to %s using (%s) with check (%s)', name, department,
                   asked, asked);
  end loop;
  execute format('create policy department_answers on octad.read_across for update to %s using ('
                 ' department_id = (select octad.acting_department()))', department);
  execute format('create policy department_writes on octad.discipline for update to %s using (%s)', department,
                 asked);
  execute format('create policy department_adds on octad.submission for insert to %s with check (%s)', department,
                 asked);
  execute format('create policy department_adds on octad.assessment for insert to %s with check (%s)', department,
                 asked);
  -- Also after the answer was approved: what was entered for it is the department's to confirm.
  execute format('create policy department_confirms on octad.answer_confirmation for insert to %s with check ('
                 ' submission_id in (select s.id from octad.submission s'
                 '                   where s.on_behalf_of = (select octad.acting_department())))', department);
  -- What was learned names no customer: everybody may learn from it.
  alter table octad.lesson enable row level security;
  execute format('create policy reads_all on octad.lesson for select to %s, %s using (true)', everything, partial);
  execute format('create policy quality_writes on octad.lesson to %s using (true) with check (true)', quality);
  foreach name in array array['team_member', 'cause', 'why_step', 'action'] loop
    execute format('create policy sales_adds on octad.%I for insert to octad_registrar with check ('
                   || own_problem || ')', name, name || '.problem_id');
  end loop;
  execute format('create policy sales_writes on octad.discipline for update to octad_registrar using ('
                 || own_problem || ')', 'discipline.problem_id');
  execute 'create policy checker_writes on octad.action for update to octad_checker using (true)';
  execute 'create policy checker_writes on octad.discipline for update to octad_checker using (code = ''D6'')';
  foreach name in array array['sweep_row', 'sweep_count'] loop
    execute format('create policy warehouse_reads on octad.%I for select to octad_warehouse using (true)', name);
  end loop;
  execute format('create policy counts_add on octad.sweep_count for insert to octad_warehouse, octad_checker, %s'
                 ' with check (true)', department);

  -- Signatures: with what is signed. They are written by the operation only.
  alter table octad.signature enable row level security;
  execute format('create policy reads_all on octad.signature for select to %s using (true)', everything);
  execute format('create policy reads_some on octad.signature for select to %s using ('
                 ' exists (select 1 from octad.complaint c where c.id = complaint_id offset 0)'
                 ' or exists (select 1 from octad.problem p where p.id = problem_id offset 0))', partial);

  -- Bytes: through an attachment that one sees.
  foreach name in array array['content', 'content_chunk'] loop
    execute format('alter table octad.%I enable row level security', name);
    execute format('create policy reads_attached on octad.%I for select to %s, %s using ('
                   ' exists (select 1 from octad.attachment a where a.sha256 = %I.sha256))', name, everything, partial,
                   name);
    execute format('create policy reads_returned on octad.%I for select to octad_user using ('
                   ' exists (select 1 from octad.return_attachment r where r.sha256 = %I.sha256))', name, name);
    execute format('create policy adds on octad.%I for insert to %s, %s, octad_checker, octad_warehouse, octad_finance,'
                   ' octad_registrar with check (true)', name, quality, department);
  end loop;

  -- The trail: of what one sees. The chain of master data is for quality, audit and administration.
  foreach name in array array['audit_event', 'audit_head'] loop
    execute format('alter table octad.%I enable row level security', name);
    execute format('create policy reads_all on octad.%I for select to octad_cqe, octad_manager, octad_auditor,'
                   ' octad_administrator using (true)', name);
    execute format('create policy reads_some on octad.%I for select to %s, octad_finance, octad_safety,'
                   ' octad_checker using (exists (select 1 from octad.complaint c where c.uuid = chain offset 0)'
                   ' or exists (select 1 from octad.problem p where p.uuid = chain offset 0)'
                   ' or exists (select 1 from octad.goods_return g where g.uuid = chain offset 0))', name, partial);
    execute format('create policy warehouse_reads on octad.%I for select to octad_warehouse using ('
                   ' exists (select 1 from octad.goods_return g where g.uuid = chain))', name);
  end loop;

  execute 'create policy sign_reads on octad.audit_head for select to octad_owner using (true)';
  execute 'create policy history_reads on octad.audit_event for select to octad_owner using (true)';

  -- One's own.
  alter table octad.request enable row level security;
  execute 'create policy own on octad.request to octad_user using (login = session_user)'
          ' with check (login = session_user)';
  -- Of what one sees; in one's own name only.
  alter table octad.presence enable row level security;
  execute 'create policy sees on octad.presence for select to octad_user using ('
          ' exists (select 1 from octad.complaint c where c.id = complaint_id))';
  execute 'create policy comes on octad.presence for insert to octad_user with check ('
          ' person_id = (select octad.acting_person())'
          ' and exists (select 1 from octad.complaint c where c.id = complaint_id))';
  execute 'create policy stays on octad.presence for update to octad_user using ('
          ' person_id = (select octad.acting_person()))';
  execute 'create policy goes on octad.presence for delete to octad_user using ('
          ' person_id = (select octad.acting_person()))';
  alter table octad.saved_view enable row level security;
  -- Who verifies the trail compares it with every row.
  execute 'create policy reads_all on octad.saved_view for select to octad_cqe, octad_manager, octad_auditor,'
          ' octad_administrator using (true)';
  execute 'create policy own on octad.saved_view to octad_user'
          ' using (person_id = (select octad.acting_person())) with check (person_id = (select octad.acting_person()))';
  -- A notice is its reader's. The job has to know what was told already.
  alter table octad.notice enable row level security;
  execute 'create policy own_reads on octad.notice for select to octad_user'
          ' using (person_id = (select octad.acting_person()))';
  execute 'create policy own_marks on octad.notice for update to octad_user'
          ' using (person_id = (select octad.acting_person())) with check (person_id = (select octad.acting_person()))';
  execute 'create policy job_reads on octad.notice for select to octad_administrator using (true)';
  alter table octad.mail enable row level security;
  execute 'create policy job_sends on octad.mail to octad_administrator using (true) with check (true)';
  alter table octad.mail_report enable row level security;
  execute 'create policy job_reads on octad.mail_report for select to octad_administrator using (true)';
  execute 'create policy job_notes on octad.mail_report for insert to octad_administrator with check ('
          ' noted_by = (select octad.acting_person()))';
  execute 'create policy job_adds on octad.notice for insert to octad_administrator with check (true)';
end $$;

-- Indexes for the lists of cases, one a column they are sorted by: db/repositories/case_list_sql.cpp has the same
-- expressions. Those of 0002 serve number, received_at and the filters by state, customer, owner and department.
create index complaint_by_part on complaint (part_number, id);
create index complaint_by_severity on complaint (
  (case severity when 'major' then 2 when 'general' then 1 else 0 end), id);
create index complaint_by_life on complaint (
  (case state when 'registered' then 0 when 'confirming' then 1 when 'handling' then 2
   when 'closing' then 3 when 'closed' then 4 when 'archived' then 5 else 6 end), id);
create index complaint_by_turn on complaint (
  (case turn when 'cqe' then 0 when 'department' then 1 when 'customer' then 2
   when 'approver' then 3 else 4 end), id);
create index complaint_by_due_first on complaint ((coalesce(due_at, 9223372036854775807)), id);
create index complaint_by_due_last on complaint ((coalesce(due_at, -9223372036854775807)), id);
create index complaint_by_customer_key on complaint (customer_id, id);
create index complaint_open_by_received on complaint (received_at, id)
  where state not in ('closed', 'archived', 'cancelled');
create index complaint_open_by_due on complaint ((coalesce(due_at, 9223372036854775807)), id)
  where state not in ('closed', 'archived', 'cancelled');
-- Counting reads nothing but this index (db/repositories/counts_reader.cpp).
create index complaint_by_month on complaint (
  notice_month, problem_id, customer_id, severity, responsible_department_id, weight, state, acceptance);

-- The last line, whatever program writes. The model checks the same rules first and says them in sentences.
-- Functions octad_…() are registered by db/connection/sqlite_functions.cpp; other programs fail closed without them.

-- A case: life by the transition table, origin fixed, closed is closed (design 4.8).
create trigger complaint_guard_insert before insert on complaint
  when new.state <> 'registered' and new.origin <> 'imported'
begin select raise(abort, 'octad:transition'); end;
create trigger complaint_guard_origin before update on complaint
  when new.id is not old.id or new.uuid is not old.uuid or new.number is not old.number
    or new.origin is not old.origin or new.created_at is not old.created_at
    or new.verbatim is not old.verbatim
begin select raise(abort, 'octad:immutable'); end;
create trigger complaint_guard_version before update on complaint
  when new.row_version <> old.row_version + 1
begin select raise(abort, 'octad:version'); end;
create trigger complaint_guard_transition before update on complaint
  when new.state <> old.state and not exists (
    select 1 from transition t where t.from_state = old.state and t.to_state = new.state)
begin select raise(abort, 'octad:transition'); end;
create trigger complaint_guard_reason before update on complaint
  when new.state <> old.state and trim(octad_reason(), ' .' || char(9, 10, 13)) = '' and exists (
    select 1 from transition t where t.from_state = old.state and t.to_state = new.state and t.needs_reason = 1)
begin select raise(abort, 'octad:reason'); end;
-- What stays open after closing: costs, the customer's result, remarks, and what lists derive.
create trigger complaint_guard_closed before update on complaint
  when old.state in ('closed', 'archived', 'cancelled') and (
    new.id is not old.id or new.uuid is not old.uuid or new.number is not old.number
    or new.external_number is not old.external_number or new.origin is not old.origin
    or new.problem_id is not old.problem_id or new.customer_id is not old.customer_id
    or new.customer_ref is not old.customer_ref or new.channel is not old.channel
    or new.contact is not old.contact or new.received_at is not old.received_at
    or new.notice_month is not old.notice_month or new.title is not old.title
    or new.verbatim is not old.verbatim or new.statement is not old.statement
    or new.statement_customer is not old.statement_customer or new.demand is not old.demand
    or new.requested_date is not old.requested_date or new.safety is not old.safety
    or new.penalty is not old.penalty or new.repeat is not old.repeat
    or new.acceptance is not old.acceptance or new.liability is not old.liability
    or new.owner_id is not old.owner_id
    or new.responsible_department_id is not old.responsible_department_id
    or new.severity is not old.severity or new.severity_provisional is not old.severity_provisional
    or new.weight is not old.weight or new.rule is not old.rule
    or new.policy_name is not old.policy_name or new.policy_revision is not old.policy_revision
    or new.created_at is not old.created_at)
begin select raise(abort, 'octad:closed'); end;
create trigger complaint_guard_closed_at before update on complaint
  when old.state in ('closed', 'archived') and new.state in ('closed', 'archived')
    and new.closed_at is not old.closed_at
begin select raise(abort, 'octad:closed'); end;

-- Rows of a closed case.
create trigger complaint_item_guard_insert before insert on complaint_item
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger complaint_item_guard_update before update on complaint_item
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger complaint_item_guard_owner before update on complaint_item
  when new.id is not old.id or new.complaint_id is not old.complaint_id
begin select raise(abort, 'octad:immutable'); end;
create trigger decision_guard_insert before insert on decision
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger decision_guard_update before update on decision
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger decision_guard_owner before update on decision
  when new.id is not old.id or new.complaint_id is not old.complaint_id
begin select raise(abort, 'octad:immutable'); end;
create trigger clock_pause_guard_insert before insert on clock_pause
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger clock_pause_guard_update before update on clock_pause
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger clock_pause_guard_owner before update on clock_pause
  when new.id is not old.id or new.complaint_id is not old.complaint_id
begin select raise(abort, 'octad:immutable'); end;
create trigger sample_guard_insert before insert on sample
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger sample_guard_update before update on sample
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger sample_guard_owner before update on sample
  when new.id is not old.id or new.complaint_id is not old.complaint_id
begin select raise(abort, 'octad:immutable'); end;
create trigger returned_quantity_guard_insert before insert on returned_quantity
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger returned_quantity_guard_update before update on returned_quantity
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger returned_quantity_guard_owner before update on returned_quantity
  when new.id is not old.id or new.complaint_id is not old.complaint_id
begin select raise(abort, 'octad:immutable'); end;
create trigger attachment_guard_insert before insert on attachment
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger attachment_guard_update before update on attachment
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger attachment_guard_owner before update on attachment
  when new.id is not old.id or new.complaint_id is not old.complaint_id
begin select raise(abort, 'octad:immutable'); end;
create trigger assignment_guard_insert before insert on assignment
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger assignment_guard_update before update on assignment
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled')
    and not (c.origin = 'imported' and octad_use_case() = 'import'))
begin select raise(abort, 'octad:closed'); end;
create trigger assignment_guard_owner before update on assignment
  when new.id is not old.id or new.complaint_id is not old.complaint_id
begin select raise(abort, 'octad:immutable'); end;

-- Rows of a problem none of whose cases is open any more.
create trigger team_member_guard_insert before insert on team_member
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger team_member_guard_update before update on team_member
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger team_member_guard_delete before delete on team_member
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = old.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = old.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger team_member_guard_owner before update on team_member
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger fact_guard_insert before insert on fact
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger fact_guard_update before update on fact
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger fact_guard_delete before delete on fact
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = old.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = old.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger fact_guard_owner before update on fact
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger sweep_row_guard_insert before insert on sweep_row
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger sweep_row_guard_update before update on sweep_row
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger sweep_row_guard_delete before delete on sweep_row
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = old.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = old.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger sweep_row_guard_owner before update on sweep_row
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger cause_guard_insert before insert on cause
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger cause_guard_update before update on cause
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger cause_guard_delete before delete on cause
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = old.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = old.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger cause_guard_owner before update on cause
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger why_step_guard_insert before insert on why_step
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger why_step_guard_update before update on why_step
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger why_step_guard_delete before delete on why_step
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = old.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = old.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger why_step_guard_owner before update on why_step
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger action_guard_insert before insert on action
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger action_guard_update before update on action
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger action_guard_delete before delete on action
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = old.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = old.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger action_guard_owner before update on action
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger document_change_guard_insert before insert on document_change
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger document_change_guard_update before update on document_change
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger document_change_guard_delete before delete on document_change
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = old.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = old.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger document_change_guard_owner before update on document_change
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger discipline_guard_owner before update on discipline
  when new.id is not old.id or new.problem_id is not old.problem_id or new.code is not old.code
begin select raise(abort, 'octad:immutable'); end;
create trigger discipline_guard_version before update on discipline
  when new.row_version <> old.row_version + 1
begin select raise(abort, 'octad:version'); end;
create trigger discipline_guard_closed before update on discipline
  when (new.text is not old.text or new.text_customer is not old.text_customer)
    and octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger problem_guard_owner before update on problem
  when new.id is not old.id or new.uuid is not old.uuid or new.number is not old.number
    or new.created_at is not old.created_at
begin select raise(abort, 'octad:immutable'); end;
create trigger problem_guard_version before update on problem
  when new.row_version <> old.row_version + 1
begin select raise(abort, 'octad:version'); end;

-- What was sent stays as it was sent; only the customer's answer is added.
create trigger reply_guard before update on reply
  when new.id is not old.id or new.complaint_id is not old.complaint_id or new.stage is not old.stage
    or new.revision is not old.revision or new.medium is not old.medium
    or new.recipient is not old.recipient or new.text is not old.text
    or new.sent_at is not old.sent_at or new.sent_by is not old.sent_by
    or new.snapshot is not old.snapshot or new.sha256 is not old.sha256
begin select raise(abort, 'octad:immutable'); end;

-- Several returns of one item may exceed what was delivered only with an explanation.
create trigger returned_quantity_guard_sum_insert before insert on returned_quantity
  when new.explanation = '' and new.received
    + (select coalesce(sum(r.received), 0) from returned_quantity r where r.item_id = new.item_id and r.id is not new.id)
    > (select i.quantity_delivered from complaint_item i where i.id = new.item_id)
begin select raise(abort, 'octad:invalid:received'); end;
create trigger returned_quantity_guard_sum_update before update on returned_quantity
  when new.explanation = '' and new.received
    + (select coalesce(sum(r.received), 0) from returned_quantity r where r.item_id = new.item_id and r.id is not new.id)
    > (select i.quantity_delivered from complaint_item i where i.id = new.item_id)
begin select raise(abort, 'octad:invalid:received'); end;

-- Append-only and never deleted.
create trigger decision_append_only_update before update on decision
begin select raise(abort, 'octad:append-only'); end;
create trigger decision_append_only_delete before delete on decision
begin select raise(abort, 'octad:append-only'); end;
create trigger closing_append_only_update before update on closing
begin select raise(abort, 'octad:append-only'); end;
create trigger closing_append_only_delete before delete on closing
begin select raise(abort, 'octad:append-only'); end;
create trigger verification_append_only_update before update on verification
begin select raise(abort, 'octad:append-only'); end;
create trigger verification_append_only_delete before delete on verification
begin select raise(abort, 'octad:append-only'); end;
create trigger submission_append_only_update before update on submission
begin select raise(abort, 'octad:append-only'); end;
create trigger submission_append_only_delete before delete on submission
begin select raise(abort, 'octad:append-only'); end;
create trigger review_append_only_update before update on review
begin select raise(abort, 'octad:append-only'); end;
create trigger review_append_only_delete before delete on review
begin select raise(abort, 'octad:append-only'); end;
create trigger audit_event_append_only_update before update on audit_event
begin select raise(abort, 'octad:append-only'); end;
create trigger audit_event_append_only_delete before delete on audit_event
begin select raise(abort, 'octad:append-only'); end;
create trigger content_append_only_update before update on content
begin select raise(abort, 'octad:append-only'); end;
create trigger content_append_only_delete before delete on content
begin select raise(abort, 'octad:append-only'); end;
create trigger content_chunk_append_only_update before update on content_chunk
begin select raise(abort, 'octad:append-only'); end;
create trigger content_chunk_append_only_delete before delete on content_chunk
begin select raise(abort, 'octad:append-only'); end;
create trigger policy_append_only_update before update on policy
begin select raise(abort, 'octad:append-only'); end;
create trigger policy_append_only_delete before delete on policy
begin select raise(abort, 'octad:append-only'); end;
create trigger imported_file_append_only_update before update on imported_file
begin select raise(abort, 'octad:append-only'); end;
create trigger imported_file_append_only_delete before delete on imported_file
begin select raise(abort, 'octad:append-only'); end;
create trigger imported_line_append_only_update before update on imported_line
begin select raise(abort, 'octad:append-only'); end;
create trigger imported_line_append_only_delete before delete on imported_line
begin select raise(abort, 'octad:append-only'); end;
create trigger request_append_only_update before update on request
  when old.result is not null
begin select raise(abort, 'octad:append-only'); end;
create trigger request_append_only_delete before delete on request
begin select raise(abort, 'octad:append-only'); end;
create trigger complaint_never_deleted before delete on complaint
begin select raise(abort, 'octad:never-deleted'); end;
create trigger complaint_item_never_deleted before delete on complaint_item
begin select raise(abort, 'octad:never-deleted'); end;
create trigger reply_never_deleted before delete on reply
begin select raise(abort, 'octad:never-deleted'); end;
create trigger case_clock_never_deleted before delete on case_clock
begin select raise(abort, 'octad:never-deleted'); end;
create trigger clock_pause_never_deleted before delete on clock_pause
begin select raise(abort, 'octad:never-deleted'); end;
create trigger sample_never_deleted before delete on sample
begin select raise(abort, 'octad:never-deleted'); end;
create trigger returned_quantity_never_deleted before delete on returned_quantity
begin select raise(abort, 'octad:never-deleted'); end;
create trigger attachment_never_deleted before delete on attachment
begin select raise(abort, 'octad:never-deleted'); end;
create trigger assignment_never_deleted before delete on assignment
begin select raise(abort, 'octad:never-deleted'); end;
create trigger problem_never_deleted before delete on problem
begin select raise(abort, 'octad:never-deleted'); end;
create trigger discipline_never_deleted before delete on discipline
begin select raise(abort, 'octad:never-deleted'); end;
create trigger department_never_deleted before delete on department
begin select raise(abort, 'octad:never-deleted'); end;
create trigger person_never_deleted before delete on person
begin select raise(abort, 'octad:never-deleted'); end;
create trigger customer_never_deleted before delete on customer
begin select raise(abort, 'octad:never-deleted'); end;
create trigger part_never_deleted before delete on part
begin select raise(abort, 'octad:never-deleted'); end;
create trigger defect_never_deleted before delete on defect
begin select raise(abort, 'octad:never-deleted'); end;
create trigger shipment_never_deleted before delete on shipment
begin select raise(abort, 'octad:never-deleted'); end;
create trigger setting_never_deleted before delete on setting
begin select raise(abort, 'octad:never-deleted'); end;
create trigger counter_never_deleted before delete on counter
begin select raise(abort, 'octad:never-deleted'); end;
create trigger audit_head_never_deleted before delete on audit_head
begin select raise(abort, 'octad:never-deleted'); end;
-- The head of a chain only moves on by one.
create trigger audit_head_guard before update on audit_head
  when new.chain <> old.chain or new.seq <> old.seq + 1
begin select raise(abort, 'octad:append-only'); end;

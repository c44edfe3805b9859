-- Guards of the tools of the disciplines: the same rules as in the model, which says them in sentences first.

-- Rows of a closed problem and of a closed case.
create trigger is_not_row_guard_insert before insert on is_not_row
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger is_not_row_guard_update before update on is_not_row
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger is_not_row_guard_delete before delete on is_not_row
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = old.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = old.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger action_candidate_guard_insert before insert on action_candidate
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger action_candidate_guard_update before update on action_candidate
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger action_candidate_guard_delete before delete on action_candidate
  when octad_use_case() <> 'import' and exists (select 1 from complaint c where c.problem_id = old.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = old.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger answer_confirmation_guard_insert before insert on answer_confirmation
  when exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger accepted_weakness_guard_insert before insert on accepted_weakness
  when exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger assessment_guard_insert before insert on assessment
  when exists (select 1 from complaint c where c.problem_id = new.problem_id)
    and not exists (select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger picture_mark_guard_insert before insert on picture_mark
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger picture_mark_guard_update before update on picture_mark
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger picture_mark_guard_delete before delete on picture_mark
  when exists (select 1 from complaint c where c.id = old.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger extension_request_guard_insert before insert on extension_request
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger extension_request_guard_update before update on extension_request
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger similar_decision_guard_insert before insert on similar_decision
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;

-- What a row belongs to never changes.
create trigger is_not_row_guard_owner before update on is_not_row
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger action_candidate_guard_owner before update on action_candidate
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger read_across_guard_owner before update on read_across
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger lesson_guard_owner before update on lesson
  when new.id is not old.id or new.problem_id is not old.problem_id
begin select raise(abort, 'octad:immutable'); end;
create trigger picture_mark_guard_owner before update on picture_mark
  when new.id is not old.id or new.complaint_id is not old.complaint_id
    or new.attachment_id is not old.attachment_id
begin select raise(abort, 'octad:immutable'); end;
create trigger other_customer_guard_owner before update on other_customer
  when new.id is not old.id or new.problem_id is not old.problem_id
    or new.customer_id is not old.customer_id
begin select raise(abort, 'octad:immutable'); end;
create trigger extension_request_guard_owner before update on extension_request
  when new.id is not old.id or new.complaint_id is not old.complaint_id
    or new.assignment_id is not old.assignment_id or new.from_day is not old.from_day
    or new.wanted_day is not old.wanted_day or new.reason is not old.reason
    or new.requested_by is not old.requested_by or new.requested_at is not old.requested_at
    or old.state <> 'asked'
begin select raise(abort, 'octad:immutable'); end;
create trigger effect_challenge_guard_owner before update on effect_challenge
  when new.id is not old.id or new.problem_id is not old.problem_id or new.later_id is not old.later_id
    or new.later_number is not old.later_number or new.raised_at is not old.raised_at
    or old.ruling is not null
begin select raise(abort, 'octad:immutable'); end;

-- Append-only, and never deleted.
create trigger answer_confirmation_append_only_update before update on answer_confirmation
begin select raise(abort, 'octad:append-only'); end;
create trigger answer_confirmation_append_only_delete before delete on answer_confirmation
begin select raise(abort, 'octad:append-only'); end;
create trigger accepted_weakness_append_only_update before update on accepted_weakness
begin select raise(abort, 'octad:append-only'); end;
create trigger accepted_weakness_append_only_delete before delete on accepted_weakness
begin select raise(abort, 'octad:append-only'); end;
create trigger assessment_append_only_update before update on assessment
begin select raise(abort, 'octad:append-only'); end;
create trigger assessment_append_only_delete before delete on assessment
begin select raise(abort, 'octad:append-only'); end;
create trigger similar_decision_append_only_update before update on similar_decision
begin select raise(abort, 'octad:append-only'); end;
create trigger similar_decision_append_only_delete before delete on similar_decision
begin select raise(abort, 'octad:append-only'); end;
create trigger effect_challenge_never_deleted before delete on effect_challenge
begin select raise(abort, 'octad:never-deleted'); end;
create trigger other_customer_never_deleted before delete on other_customer
begin select raise(abort, 'octad:never-deleted'); end;
create trigger lesson_never_deleted before delete on lesson
begin select raise(abort, 'octad:never-deleted'); end;
create trigger extension_request_never_deleted before delete on extension_request
begin select raise(abort, 'octad:never-deleted'); end;
create trigger read_across_answered before delete on read_across
  when old.answered_on is not null
begin select raise(abort, 'octad:append-only'); end;

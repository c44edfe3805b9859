-- The tools of the disciplines, the questions to departments, and what ties a problem to other cases.
alter table problem add column ${enum? way answer_way};
alter table problem add column ${ref? analysis_department_id department};
alter table problem add column ${ref? escape_department_id department};
alter table problem add column ${text effect_criterion} default '';
alter table problem add column ${count? effect_window};
alter table problem add column ${enum? effect_unit window_unit};
alter table problem add column ${quantity? effect_sample};
alter table problem add column ${text recognition} default '';

alter table cause add column ${enum? branch cause_branch};
alter table cause add column ${enum? rank cause_rank};
alter table why_step add column ${ref? parent_id why_step};
alter table why_step add column ${flag root_cause} default 0;
create index why_step_by_parent on why_step (parent_id);

alter table action add column ${text side_effects} default '';
alter table action add column ${text proof_before} default '';
alter table action add column ${line? change_record 200} default '';
alter table action add column ${enum? customer_approval customer_approval};
alter table action add column ${line? approval_record 200} default '';

alter table document_change add column ${count? severity_before};
alter table document_change add column ${count? occurrence_before};
alter table document_change add column ${count? detection_before};
alter table document_change add column ${count? severity_after};
alter table document_change add column ${count? occurrence_after};
alter table document_change add column ${count? detection_after};

alter table complaint_item add column ${date? built_on};
create index submission_on_behalf on submission (on_behalf_of) where on_behalf_of is not null;
alter table reply add column ${line? objected_to 40} default '';
create index reply_unanswered on reply (sent_at) where status = 'sent' and stage in ('8d', 'letter');
create index assignment_refused on assignment (complaint_id) where state = 'refused';
alter table assignment add column ${ref? proposed_id department};
alter table department add column ${flag supplier} default 0;

create table is_not_row (
  ${id},
  ${ref problem_id problem},
  ${enum question question},
  ${text is_fact},
  ${text is_not},
  ${text distinction},
  ${text changed}
) ${table};
create index is_not_row_by_problem on is_not_row (problem_id);

create table action_candidate (
  ${id},
  ${ref problem_id problem},
  ${ref? cause_id cause},
  ${text text},
  ${count? effect},
  ${count? risk},
  ${count? cost},
  ${count? time},
  ${flag chosen},
  ${text reason},
  constraint candidate_scores check (effect between 1 and 5 and risk between 1 and 5 and cost between 1 and 5
                                     and time between 1 and 5)
) ${table};
create index action_candidate_by_problem on action_candidate (problem_id);
create index action_candidate_by_cause on action_candidate (cause_id);

create table read_across (
  ${id},
  ${ref problem_id problem},
  ${enum kind across_kind},
  ${line subject 200},
  ${line? owner 200},
  ${ref? department_id department},
  ${date? due_on},
  ${date? answered_on},
  ${text answer}
) ${table};
create index read_across_by_problem on read_across (problem_id);
create index read_across_open_by_owner on read_across (owner, id) where answered_on is null;
create index read_across_open_by_department on read_across (department_id, id) where answered_on is null;

create table answer_confirmation (
  ${id},
  ${ref problem_id problem},
  ${ref submission_id submission},
  ${flag agreed},
  ${text note},
  ${ref confirmed_by person},
  ${instant confirmed_at}
) ${table};
create index answer_confirmation_by_problem on answer_confirmation (problem_id);
create index answer_confirmation_by_submission on answer_confirmation (submission_id);

create table accepted_weakness (
  ${id},
  ${ref problem_id problem},
  ${enum discipline discipline_code},
  ${line rule 100},
  ${text answer},
  ${text reason},
  ${ref accepted_by person},
  ${instant accepted_at}
) ${table};
create index accepted_weakness_by_problem on accepted_weakness (problem_id);

create table assessment (
  ${id},
  ${ref problem_id problem},
  ${enum assessor assessor},
  ${count revision},
  ${json answers},
  ${count points},
  ${count possible},
  ${text note},
  ${ref assessed_by person},
  ${instant assessed_at},
  constraint points_within_possible check (points <= possible)
) ${table};
create index assessment_by_problem on assessment (problem_id);

-- A later complaint about the same part and failure, held against the effect of the actions.
create table effect_challenge (
  ${id},
  ${ref problem_id problem},
  ${ref later_id complaint},
  ${line later_number 20},
  ${enum kind challenge_kind},
  ${date? built_on},
  ${instant raised_at},
  ${enum? ruling challenge_ruling},
  ${text reason},
  ${ref? ruled_by person},
  ${instant? ruled_at},
  constraint one_challenge unique (problem_id, later_id)
) ${table};
create index effect_challenge_by_later on effect_challenge (later_id);
create index effect_challenge_open on effect_challenge (problem_id) where ruling is null;

create table other_customer (
  ${id},
  ${ref problem_id problem},
  ${ref customer_id customer},
  ${line customer_name 200},
  ${text lots},
  ${quantity? quantity},
  ${enum decision notify_decision},
  ${text reason},
  ${date? notified_on},
  ${ref? decided_by person},
  ${instant? decided_at},
  constraint one_other_customer unique (problem_id, customer_id)
) ${table};

create table lesson (
  ${id},
  ${ref problem_id problem},
  ${line? part_family 200},
  ${line? failure 300},
  ${text symptom},
  ${text cause},
  ${text action},
  ${text proof},
  ${text keywords},
  ${flag withdrawn},
  ${ref published_by person},
  ${instant published_at},
  constraint one_lesson unique (problem_id)
) ${table};

create table picture_mark (
  ${id},
  ${ref complaint_id complaint},
  ${ref attachment_id attachment},
  ${enum shape mark_shape},
  ${count x1},
  ${count y1},
  ${count x2},
  ${count y2},
  ${text text},
  constraint mark_in_picture check (x1 <= 10000 and y1 <= 10000 and x2 <= 10000 and y2 <= 10000)
) ${table};
create index picture_mark_by_complaint on picture_mark (complaint_id);
create index picture_mark_by_attachment on picture_mark (attachment_id);

create table extension_request (
  ${id},
  ${ref complaint_id complaint},
  ${ref assignment_id assignment},
  ${date from_day},
  ${date wanted_day},
  ${text reason},
  ${ref requested_by person},
  ${instant requested_at},
  ${enum state extension_state},
  ${text ruling},
  ${ref? ruled_by person},
  ${instant? ruled_at}
) ${table};
create index extension_request_by_complaint on extension_request (complaint_id);
create index extension_request_by_assignment on extension_request (assignment_id);
create index extension_request_by_ruling on extension_request (state, ruled_at);

create table similar_decision (
  ${id},
  ${ref complaint_id complaint},
  ${ref? other_id complaint},
  ${line? other_number 20},
  ${enum verdict similar_verdict},
  ${count score},
  ${text reason},
  ${ref decided_by person},
  ${instant decided_at}
) ${table};
create index similar_decision_by_complaint on similar_decision (complaint_id);
create index similar_decision_by_other on similar_decision (other_id);

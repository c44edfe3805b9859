-- Master data ------------------------------------------------------------------------------------------------
create table department (
  ${id},
  ${line code 20},
  ${line name 200},
  ${line? name_en 200},
  ${flag active},
  constraint one_department_code unique (code)
) ${table};

create table person (
  ${id},
  ${line login 200},
  ${line name 200},
  ${line? email 200},
  ${ref? department_id department},
  ${flag active},
  constraint one_login unique (login)
) ${table};

create table person_role (
  ${ref person_id person},
  ${enum role role},
  primary key (person_id, role)
) ${table};

create table customer (
  ${id},
  ${line? code 50},
  ${line name 200},
  ${text address},
  ${quantity? ppm_target},
  ${flag active},
  constraint one_customer_name unique (name)
) ${table};
create unique index one_customer_code on customer (code) where code <> '';

create table part (
  ${id},
  ${line number 200},
  ${line? name 200},
  ${line? family 200},
  ${flag safety_relevant},
  ${flag active},
  constraint one_part_number unique (number)
) ${table};

create table defect (
  ${id},
  ${line name 200},
  ${line? name_en 200},
  ${enum kind defect_kind},
  ${flag active},
  constraint one_defect_name unique (name)
) ${table};

create table shipment (
  ${id},
  ${ref customer_id customer},
  ${ref part_id part},
  ${month month},
  ${count quantity},
  constraint one_shipment_month unique (customer_id, part_id, month)
) ${table};
create index shipment_by_month on shipment (month);

create table calendar_day (
  ${id},
  ${date day},
  ${enum kind day_kind},
  ${line? name 200},
  constraint one_calendar_day unique (day)
) ${table};

create table policy (
  ${id},
  ${line name 100},
  ${count revision},
  ${json content},
  ${instant created_at},
  constraint one_policy_revision unique (name, revision)
) ${table};

create table setting (
  key text not null primary key,
  ${text value}
) ${table};

create table saved_view (
  ${id},
  ${ref person_id person},
  ${line name 200},
  ${text filter},
  ${text sort},
  constraint one_view_name unique (person_id, name)
) ${table};

-- The problem: 8D --------------------------------------------------------------------------------------------
create table problem (
  ${id},
  ${line uuid 64},
  ${line number 20},
  ${line? title 300},
  ${line? part_family 200},
  ${line? failure 300},
  ${line? clean_point 200},
  ${date? clean_point_date},
  ${ref? leader_id person},
  ${instant created_at},
  ${count row_version},
  constraint one_problem_uuid unique (uuid),
  constraint one_problem_number unique (number)
) ${table};

create table discipline (
  ${id},
  ${ref problem_id problem},
  ${enum code discipline_code},
  ${enum state discipline_state},
  ${text text},
  ${text text_customer},
  ${text reason},
  ${count revision},
  ${instant? decided_at},
  ${count row_version},
  constraint one_discipline unique (problem_id, code)
) ${table};

create table team_member (
  ${id},
  ${ref problem_id problem},
  ${line name 200},
  ${enum role team_function},
  ${line? department 200},
  ${line? contact 200}
) ${table};
create index team_member_by_problem on team_member (problem_id);

create table fact (
  ${id},
  ${ref problem_id problem},
  ${enum question question},
  ${text answer},
  ${text answer_customer}
) ${table};
create index fact_by_problem on fact (problem_id);

create table sweep_row (
  ${id},
  ${ref problem_id problem},
  ${enum location sweep_location},
  ${text not_applicable},
  ${quantity suspect},
  ${quantity ok},
  ${quantity ng},
  ${quantity rework},
  ${quantity unreachable},
  ${line? risk_accepted_by 200},
  constraint sweep_balances check (ok + ng + rework + unreachable <= suspect)
) ${table};
create index sweep_row_by_problem on sweep_row (problem_id);

create table cause (
  ${id},
  ${ref problem_id problem},
  ${enum type cause_type},
  ${text text},
  ${text text_customer},
  ${enum result cause_result},
  ${text method},
  ${text proof},
  ${line? verified_by 200},
  ${date? verified_on}
) ${table};
create index cause_by_problem on cause (problem_id);

create table why_step (
  ${id},
  ${ref problem_id problem},
  ${ref cause_id cause},
  ${count position},
  ${text answer},
  ${text evidence}
) ${table};
create index why_step_by_problem on why_step (problem_id);
create index why_step_by_cause on why_step (cause_id);

create table action (
  ${id},
  ${ref problem_id problem},
  ${enum kind action_kind},
  ${ref? cause_id cause},
  ${text text},
  ${text text_customer},
  ${line? owner 200},
  ${ref? department_id department},
  ${date? due_on},
  ${date? done_on},
  ${text proof},
  ${count? effectiveness},
  ${text effectiveness_method},
  ${line? first_good_lot 200},
  ${line? checked_by 200},
  ${date? checked_on},
  constraint effectiveness_percent check (effectiveness <= 100)
) ${table};
create index action_by_problem on action (problem_id);
create index action_by_cause on action (cause_id);

create table verification (
  ${id},
  ${ref problem_id problem},
  ${date verified_on},
  ${count lots},
  ${quantity inspected},
  ${quantity failed},
  ${text criterion},
  ${enum result verification_result},
  ${text note},
  ${ref verified_by person},
  ${instant recorded_at},
  constraint failed_within_inspected check (failed <= inspected)
) ${table};
create index verification_by_problem on verification (problem_id);

create table document_change (
  ${id},
  ${ref problem_id problem},
  ${enum kind document_kind},
  ${line? document 200},
  ${line? old_revision 200},
  ${line? new_revision 200},
  ${date? effective_on},
  ${text not_affected}
) ${table};
create index document_change_by_problem on document_change (problem_id);

-- The case ---------------------------------------------------------------------------------------------------
create table complaint (
  ${id},
  ${line uuid 64},
  ${line number 20},
  ${line? external_number 200},
  ${enum origin origin},
  ${ref problem_id problem},
  ${ref customer_id customer},
  ${line? customer_ref 200},
  ${line? channel 50},
  ${line? contact 200},
  ${instant received_at},
  ${month notice_month},
  ${line title 300},
  ${text verbatim},
  ${text statement},
  ${text statement_customer},
  ${line? demand 200},
  ${date? requested_date},
  ${flag safety},
  ${flag penalty},
  ${flag repeat},
  ${enum state case_state},
  ${enum acceptance acceptance},
  ${enum liability liability},
  ${ref? owner_id person},
  ${ref? responsible_department_id department},
  ${enum severity severity_class},
  ${flag severity_provisional},
  ${count weight},
  ${line? rule 100},
  ${line? policy_name 100},
  ${count policy_revision},
  ${line? result 50},
  ${count loss_minor},
  ${line? loss_currency 3},
  ${text remarks},
  ${instant? closed_at},
  ${enum turn turn},
  ${line? turn_name 200},
  ${instant? due_at},
  ${line? due_name 100},
  ${line? phase 50},
  ${line? part_number 200},
  ${line? failure 300},
  ${instant created_at},
  ${count row_version},
  constraint one_complaint_uuid unique (uuid),
  constraint one_complaint_number unique (number),
  constraint closed_has_date check (case when state in ('closed', 'archived') then closed_at is not null
                                         when state = 'cancelled' then true
                                         else closed_at is null end)
) ${table};
create index complaint_by_received on complaint (received_at, id);
create index complaint_by_state on complaint (state, received_at, id);
create index complaint_by_customer on complaint (customer_id, received_at, id);
create index complaint_by_owner on complaint (owner_id, received_at, id);
create index complaint_by_department on complaint (responsible_department_id, received_at, id);
create index complaint_by_problem on complaint (problem_id);
create index complaint_by_due on complaint (due_at, id);
create index complaint_by_external on complaint (external_number) where external_number <> '';

create table complaint_item (
  ${id},
  ${ref complaint_id complaint},
  ${count position},
  ${ref part_id part},
  ${line? lot 200},
  ${line? failure 300},
  ${ref? defect_id defect},
  ${enum defect_kind defect_kind},
  ${quantity quantity_defective},
  ${quantity? quantity_delivered},
  ${enum severity severity_class},
  ${line? rule 100},
  constraint defective_within_delivered check (quantity_defective <= quantity_delivered)
) ${table};
create index complaint_item_by_complaint on complaint_item (complaint_id, position);
create index complaint_item_by_part on complaint_item (part_id);

create table decision (
  ${id},
  ${ref complaint_id complaint},
  ${enum kind decision_kind},
  ${line value 50},
  ${text reason},
  ${line? rule 100},
  ${json inputs},
  ${line? policy_name 100},
  ${count policy_revision},
  ${ref decided_by person},
  ${instant decided_at}
) ${table};
create index decision_by_complaint on decision (complaint_id);

create table reply (
  ${id},
  ${ref complaint_id complaint},
  ${enum stage reply_stage},
  ${count revision},
  ${line? medium 50},
  ${line? recipient 200},
  ${text text},
  ${instant sent_at},
  ${ref sent_by person},
  ${enum status customer_status},
  ${text answer},
  ${instant? answered_at},
  ${json snapshot},
  ${sha256 sha256},
  constraint one_reply_revision unique (complaint_id, stage, revision)
) ${table};

create table case_clock (
  ${id},
  ${ref complaint_id complaint},
  ${enum name clock_name},
  ${line? start_event 50},
  ${instant? started_at},
  ${instant? due_at},
  ${line? due_reason 200},
  ${instant? met_at},
  constraint one_clock unique (complaint_id, name)
) ${table};

create table clock_pause (
  ${id},
  ${ref complaint_id complaint},
  ${enum clock clock_name},
  ${instant started_at},
  ${instant? ended_at},
  ${date? expected_end},
  ${text reason},
  ${ref approved_by person},
  constraint pause_ends_later check (ended_at >= started_at)
) ${table};
create index clock_pause_by_complaint on clock_pause (complaint_id);

create table sample (
  ${id},
  ${ref complaint_id complaint},
  ${flag to_come},
  ${instant? arrived_at},
  ${instant? analysable_at},
  ${quantity quantity},
  ${text note}
) ${table};
create index sample_by_complaint on sample (complaint_id);

create table returned_quantity (
  ${id},
  ${line uuid 64},
  ${ref complaint_id complaint},
  ${ref item_id complaint_item},
  ${date received_on},
  ${line? note 200},
  ${quantity announced},
  ${quantity received},
  ${quantity confirmed},
  ${quantity no_trouble_found},
  ${quantity customer_caused},
  ${quantity transport},
  ${text explanation},
  constraint one_return unique (uuid),
  constraint findings_within_received
    check (confirmed + no_trouble_found + customer_caused + transport <= received)
) ${table};
create index returned_quantity_by_complaint on returned_quantity (complaint_id);
create index returned_quantity_by_item on returned_quantity (item_id);

create table closing (
  ${id},
  ${ref complaint_id complaint},
  ${flag reopened},
  ${text reason},
  ${text open_points},
  ${ref by_person person},
  ${ref? approved_by person},
  ${instant at}
) ${table};
create index closing_by_complaint on closing (complaint_id);

create table content (
  sha256 text not null primary key,
  ${count size}
) ${table};

create table content_chunk (
  sha256 text not null references content (sha256) deferrable initially deferred,
  ${count position},
  ${bytes bytes},
  primary key (sha256, position)
) ${table};

create table attachment (
  ${id},
  ${ref complaint_id complaint},
  ${line? discipline 2},
  ${line file_name 200},
  ${line original_name 1000},
  ${line? media_type 100},
  ${line? caption 300},
  ${sha256 sha256},
  ${count size},
  ${ref added_by person},
  ${instant added_at},
  constraint attachment_size check (size between 1 and 52428800),
  constraint attachment_content foreign key (sha256) references content (sha256)
    deferrable initially deferred
) ${table};
create index attachment_by_complaint on attachment (complaint_id);
create index attachment_by_content on attachment (sha256);

create table assignment (
  ${id},
  ${ref complaint_id complaint},
  ${ref problem_id problem},
  ${ref department_id department},
  ${line disciplines 50},
  ${text question},
  ${date due_on},
  ${enum state assignment_state},
  ${text refusal},
  ${count bounces},
  ${ref asked_by person},
  ${instant asked_at},
  ${line? complaint_number 20},
  ${line? customer_name 200},
  ${line? part_number 200},
  ${line? failure 300},
  ${count row_version}
) ${table};
create index assignment_by_complaint on assignment (complaint_id);
create index assignment_by_problem on assignment (problem_id);
create index assignment_by_department on assignment (department_id, state, due_on, id);

create table submission (
  ${id},
  ${ref problem_id problem},
  ${enum discipline discipline_code},
  ${count revision},
  ${ref? assignment_id assignment},
  ${ref submitted_by person},
  ${instant submitted_at},
  ${ref? on_behalf_of department},
  ${ref? source_attachment_id attachment},
  ${json snapshot},
  ${sha256 sha256},
  constraint one_submission_revision unique (problem_id, discipline, revision)
) ${table};

create table review (
  ${id},
  ${ref problem_id problem},
  ${ref submission_id submission},
  ${flag approved},
  ${enum reason_code reject_reason},
  ${text text},
  ${ref reviewed_by person},
  ${instant reviewed_at}
) ${table};
create index review_by_problem on review (problem_id);
create index review_by_submission on review (submission_id);

-- Import -----------------------------------------------------------------------------------------------------
create table imported_file (
  ${id},
  ${sha256 sha256},
  ${line name 1000},
  ${line kind 50},
  ${count rows},
  ${ref imported_by person},
  ${instant imported_at},
  constraint one_imported_file unique (sha256)
) ${table};

create table imported_line (
  ${id},
  ${line external_number 200},
  ${sha256 fingerprint},
  ${ref complaint_id complaint}
) ${table};
create index imported_line_by_number on imported_line (external_number);
create index imported_line_by_complaint on imported_line (complaint_id);

-- Machinery --------------------------------------------------------------------------------------------------
create table request (
  id text not null primary key,
  login text not null,
  ${count person_id},
  ${sha256 fingerprint_sha256},
  result text,
  ${instant at}
) ${table};

create table counter (
  series text not null,
  ${count year},
  ${count last},
  primary key (series, year)
) ${table};

create table audit_head (
  chain text not null primary key,
  ${count seq},
  hash text not null
) ${table};

create table audit_event (
  chain text not null,
  ${count seq},
  ${count at_us},
  login text not null,
  actor text not null,
  use_case text not null,
  operation text not null,
  table_name text not null,
  row_key text not null,
  reason text,
  old_values text,
  new_values text,
  hash text not null,
  primary key (chain, seq)
) ${table};

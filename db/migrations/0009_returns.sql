-- Returned goods: a return is an aggregate of its own, with a ledger of movements (design 4.7). Quantities are
-- nowhere stored but there; the sums on the head are for lists.
create table goods_return (
  ${id},
  ${line uuid 64},
  ${line number 20},
  ${ref customer_id customer},
  ${enum kind return_kind},
  ${flag blind},
  ${text without_case},
  ${enum treatment treatment},
  ${line? customer_ref 200},
  ${date? announced_on},
  ${date? expected_on},
  ${line? rma_number 200},
  ${text conditions},
  ${ref? authorised_by person},
  ${date? authorised_on},
  ${line? carrier 200},
  ${line? note_number 200},
  ${enum cost_bearer cost_bearer},
  ${date? sent_on},
  ${date? received_on},
  ${date? replacement_due_on},
  ${ref? owner_id person},
  ${ref? test_department_id department},
  ${text remarks},
  ${ref? matched_with goods_return},
  ${instant? closed_at},
  ${text close_reason},
  ${enum state return_state},
  ${enum waits_for return_wait},
  ${date? due_on},
  ${date? waiting_since},
  ${line? part_number 200},
  ${line? failure 200},
  ${text case_numbers},
  ${count announced},
  ${count received},
  ${count open_pieces},
  ${instant created_at},
  ${count row_version},
  constraint one_return_uuid unique (uuid),
  constraint one_return_number unique (number)
) ${table};
create index goods_return_by_state on goods_return (state, id);
create index goods_return_by_wait on goods_return (waits_for, id);
create index goods_return_by_customer on goods_return (customer_id, id);
create index goods_return_by_department on goods_return (test_department_id);
create index goods_return_by_rma on goods_return (rma_number) where rma_number <> '';

create table return_line (
  ${id},
  ${ref return_id goods_return},
  ${count position},
  ${ref part_id part},
  ${line? lot 200},
  ${enum nature line_nature},
  ${ref? complaint_id complaint},
  ${ref? item_id complaint_item},
  ${ref? sample_id sample},
  ${line? failure 200},
  constraint one_line_position unique (return_id, position)
) ${table};
create index return_line_by_complaint on return_line (complaint_id);
create index return_line_by_item on return_line (item_id);
create unique index one_line_of_sample on return_line (sample_id) where sample_id is not null;

-- Append-only: a mistake is taken back by a counter-movement.
create table return_movement (
  ${id},
  ${line uuid 64},
  ${ref return_id goods_return},
  ${ref line_id return_line},
  ${enum from_place return_place},
  ${enum to_place return_place},
  ${enum from_finding finding},
  ${enum to_finding finding},
  ${enum disposition disposition},
  ${line? from_location 200},
  ${line? to_location 200},
  ${quantity quantity},
  ${line? document 200},
  ${text reason},
  ${ref? reverses return_movement},
  ${date moved_on},
  ${ref recorded_by person},
  ${instant recorded_at},
  constraint one_movement unique (uuid),
  constraint some_pieces check (quantity > 0)
) ${table};
create index return_movement_by_return on return_movement (return_id);
create index return_movement_by_line on return_movement (line_id);
create index return_movement_by_day on return_movement (moved_on);
create unique index reversed_once on return_movement (reverses) where reverses is not null;

create table return_unit (
  ${id},
  ${ref return_id goods_return},
  ${ref line_id return_line},
  ${line serial 200},
  ${line? date_code 200},
  ${enum place return_place},
  ${line? location 200},
  ${enum finding finding},
  ${enum disposition disposition},
  found_by text constraint known_found_by references test_level (key),
  ${line? failure 200},
  ${text note},
  constraint one_unit unique (line_id, serial)
) ${table};
create index return_unit_by_return on return_unit (return_id);
create index return_unit_by_serial on return_unit (serial);

create table unit_test (
  ${id},
  ${ref return_id goods_return},
  ${ref unit_id return_unit},
  ${enum level test_level},
  ${line specification 200},
  ${line? specification_revision 200},
  ${flag passed},
  ${text measured},
  ${line? failure 200},
  ${line? analyst 200},
  ${date tested_on},
  ${ref recorded_by person}
) ${table};
create index unit_test_by_return on unit_test (return_id);
create index unit_test_by_unit on unit_test (unit_id);

create table return_decision (
  ${id},
  ${ref return_id goods_return},
  ${ref line_id return_line},
  ${quantity quantity},
  ${enum decision confirmed_decision},
  ${ref? complaint_id complaint},
  ${text reason},
  ${ref decided_by person},
  ${instant decided_at}
) ${table};
create index return_decision_by_return on return_decision (return_id);

create table ntf_dossier (
  ${id},
  ${ref return_id goods_return},
  ${ref line_id return_line},
  ${text trigger_text},
  ${text data_collection},
  ${text system_test},
  ${text process_study},
  ${text result},
  ${enum liability liability},
  ${count? technical_factor},
  ${line? agreed_with 200},
  ${date? agreed_on},
  ${instant? concluded_at},
  ${ref? concluded_by person},
  ${ref opened_by person},
  ${instant opened_at},
  constraint technical_factor_percent check (technical_factor <= 100)
) ${table};
create index ntf_dossier_by_return on ntf_dossier (return_id);

-- Costs stay open after closing (design 4.8).
create table return_cost (
  ${id},
  ${ref return_id goods_return},
  ${enum kind cost_kind},
  ${count amount_minor},
  ${line currency 3},
  ${line? document 200},
  ${date booked_on},
  ${text note},
  ${flag reversal},
  ${ref booked_by person}
) ${table};
create index return_cost_by_return on return_cost (return_id);

create table return_attachment (
  ${id},
  ${ref return_id goods_return},
  ${ref? unit_id return_unit},
  ${enum paper return_paper},
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
create index return_attachment_by_return on return_attachment (return_id);
create index return_attachment_by_content on return_attachment (sha256);

-- "Return continues": the case may close while the return goes on.
create table return_hand_over (
  ${id},
  ${ref complaint_id complaint},
  ${ref return_id goods_return},
  ${ref owner_id person},
  ${text reason},
  ${ref by_person person},
  ${instant at}
) ${table};
create index return_hand_over_by_complaint on return_hand_over (complaint_id);
create index return_hand_over_by_return on return_hand_over (return_id);

-- What was sorted at one location on one day; sweep_row holds the sums.
create table sweep_count (
  ${id},
  ${line uuid 64},
  ${ref problem_id problem},
  ${ref sweep_id sweep_row},
  ${date counted_on},
  ${quantity ok},
  ${quantity ng},
  ${quantity rework},
  ${flag correction},
  ${text note},
  ${ref counted_by person},
  ${instant recorded_at},
  constraint one_sweep_count unique (uuid)
) ${table};
create index sweep_count_by_problem on sweep_count (problem_id);
create index sweep_count_by_sweep on sweep_count (sweep_id);

create table sample_custody (
  ${id},
  ${ref complaint_id complaint},
  ${ref sample_id sample},
  ${line holder 200},
  ${line? place 200},
  ${instant since},
  ${text note},
  ${ref recorded_by person}
) ${table};
create index sample_custody_by_complaint on sample_custody (complaint_id);

create table sample_consent (
  ${id},
  ${ref complaint_id complaint},
  ${ref sample_id sample},
  ${enum state consent},
  ${line given_by 200},
  ${date given_on},
  ${text note},
  ${ref recorded_by person}
) ${table};
create index sample_consent_by_complaint on sample_consent (complaint_id);

-- The movements there are, as the model has them; filled like the transitions.
create table return_move (
  ${enum from_place return_place},
  ${enum to_place return_place},
  right_name text not null,
  ${flag needs_reason},
  ${flag needs_document},
  primary key (from_place, to_place)
) ${table};

-- How a disposition is carried out.
create table return_carry_out (
  ${enum disposition disposition},
  ${enum from_place return_place},
  ${enum to_place return_place},
  primary key (disposition, from_place, to_place)
) ${table};

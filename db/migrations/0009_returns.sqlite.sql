-- Guards of returned goods: the same rules as in the model, which says them in sentences first.

-- The head of a return.
create trigger goods_return_guard_origin before update on goods_return
  when new.id is not old.id or new.uuid is not old.uuid or new.number is not old.number
    or new.customer_id is not old.customer_id or new.blind is not old.blind or new.created_at is not old.created_at
begin select raise(abort, 'octad:immutable'); end;
create trigger goods_return_guard_version before update on goods_return
  when new.row_version <> old.row_version + 1
begin select raise(abort, 'octad:version'); end;
create trigger goods_return_guard_closed before update on goods_return
  when old.closed_at is not null and new.closed_at is not null and (new.closed_at is not old.closed_at
    or new.uuid is not old.uuid
    or new.number is not old.number
    or new.customer_id is not old.customer_id
    or new.kind is not old.kind
    or new.blind is not old.blind
    or new.without_case is not old.without_case
    or new.treatment is not old.treatment
    or new.customer_ref is not old.customer_ref
    or new.announced_on is not old.announced_on
    or new.expected_on is not old.expected_on
    or new.rma_number is not old.rma_number
    or new.conditions is not old.conditions
    or new.authorised_by is not old.authorised_by
    or new.authorised_on is not old.authorised_on
    or new.carrier is not old.carrier
    or new.note_number is not old.note_number
    or new.cost_bearer is not old.cost_bearer
    or new.sent_on is not old.sent_on
    or new.received_on is not old.received_on
    or new.replacement_due_on is not old.replacement_due_on
    or new.owner_id is not old.owner_id
    or new.test_department_id is not old.test_department_id
    or new.remarks is not old.remarks
    or new.matched_with is not old.matched_with
    or new.close_reason is not old.close_reason
    or new.created_at is not old.created_at)
begin select raise(abort, 'octad:return-closed'); end;
create trigger goods_return_guard_reopen before update on goods_return
  when old.closed_at is not null and new.closed_at is null
    and trim(octad_reason(), ' .' || char(9, 10, 13)) = ''
begin select raise(abort, 'octad:reason'); end;
create trigger goods_return_guard_open before update on goods_return
  when old.closed_at is null and new.closed_at is not null and octad_use_case() <> 'migrate' and (select coalesce(sum(case when m.to_place in ('expected', 'quarantine', 'test', 'awaiting', 'external', 'work', 'ready') then m.quantity else 0 end)
        - sum(case when m.from_place in ('expected', 'quarantine', 'test', 'awaiting', 'external', 'work', 'ready') then m.quantity else 0 end), 0)
      from return_movement m join return_line l on l.id = m.line_id where m.return_id = new.id) <> 0
begin select raise(abort, 'octad:return-open'); end;

-- Rows of a return that is closed. Costs and papers may come later (design 4.8).
create trigger return_line_guard_insert before insert on return_line
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger return_line_guard_update before update on return_line
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger return_unit_guard_insert before insert on return_unit
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger return_unit_guard_update before update on return_unit
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger unit_test_guard_insert before insert on unit_test
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger unit_test_guard_update before update on unit_test
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger return_decision_guard_insert before insert on return_decision
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger return_decision_guard_update before update on return_decision
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger ntf_dossier_guard_insert before insert on ntf_dossier
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger ntf_dossier_guard_update before update on ntf_dossier
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;
create trigger return_line_guard_owner before update on return_line
  when new.id is not old.id or new.return_id is not old.return_id
begin select raise(abort, 'octad:immutable'); end;
create trigger return_unit_guard_owner before update on return_unit
  when new.id is not old.id or new.return_id is not old.return_id or new.line_id is not old.line_id
begin select raise(abort, 'octad:immutable'); end;
create trigger ntf_dossier_guard_owner before update on ntf_dossier
  when new.id is not old.id or new.return_id is not old.return_id or new.line_id is not old.line_id
begin select raise(abort, 'octad:immutable'); end;

-- A line is linked to an open case of the same customer, once.
create trigger return_line_guard_fixed before update on return_line
  when new.part_id is not old.part_id or new.position is not old.position or new.nature is not old.nature
    or (old.complaint_id is not null and new.complaint_id is not old.complaint_id)
begin select raise(abort, 'octad:immutable'); end;
create trigger return_line_guard_customer_insert before insert on return_line
  when new.complaint_id is not null and (select c.customer_id from complaint c where c.id = new.complaint_id)
    <> (select g.customer_id from goods_return g where g.id = new.return_id)
begin select raise(abort, 'octad:invalid:case'); end;
create trigger return_line_guard_case_insert before insert on return_line
  when new.complaint_id is not null and octad_use_case() <> 'migrate' and exists (select 1 from complaint c where c.id = new.complaint_id
    and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger return_line_guard_customer_update before update on return_line
  when new.complaint_id is not null and old.complaint_id is null and (select c.customer_id from complaint c where c.id = new.complaint_id)
    <> (select g.customer_id from goods_return g where g.id = new.return_id)
begin select raise(abort, 'octad:invalid:case'); end;
create trigger return_line_guard_case_update before update on return_line
  when new.complaint_id is not null and old.complaint_id is null and octad_use_case() <> 'migrate' and exists (select 1 from complaint c where c.id = new.complaint_id
    and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;

-- A movement. The trigger that was made last is asked first: what is checked first stands last.
create trigger return_movement_guard_balance before insert on return_movement
  when new.quantity between 1 and 10000000 and new.from_place not in ('outside', 'surplus') and new.quantity >
    (select coalesce(sum(case when m.to_place = new.from_place and m.to_finding = new.from_finding
                               and m.to_location = new.from_location
                               and (new.from_place not in ('work', 'ready', 'shipped', 'credited', 'scrapped') or m.disposition = new.disposition)
                          then m.quantity else 0 end)
                   - sum(case when m.from_place = new.from_place and m.from_finding = new.from_finding
                               and m.from_location = new.from_location
                               and (new.from_place not in ('work', 'ready', 'shipped', 'credited', 'scrapped') or m.disposition = new.disposition)
                          then m.quantity else 0 end), 0)
      from return_movement m where m.line_id = new.line_id)
begin select raise(abort, 'octad:return-balance'); end;
create trigger return_movement_guard_location before insert on return_movement
  when (new.from_place <> 'quarantine' and new.from_location <> '') or (new.to_place <> 'quarantine' and new.to_location <> '')
begin select raise(abort, 'octad:invalid:location'); end;
create trigger return_movement_guard_reason before insert on return_movement
  when trim(new.reason, ' .' || char(9, 10, 13)) = '' and (new.reverses is not null or exists (select 1 from return_move t
    where t.from_place = new.from_place and t.to_place = new.to_place and t.needs_reason = 1))
begin select raise(abort, 'octad:reason'); end;
create trigger return_movement_guard_delivered before insert on return_movement
  when new.reverses is null and new.reason = '' and new.to_place not in ('outside', 'expected', 'missing', 'surplus') and new.from_place in ('outside', 'expected', 'missing', 'surplus')
    and new.quantity + (select coalesce(sum(case when m.to_place not in ('outside', 'expected', 'missing', 'surplus') and m.from_place in ('outside', 'expected', 'missing', 'surplus') then m.quantity
                                                 when m.from_place not in ('outside', 'expected', 'missing', 'surplus') and m.to_place in ('outside', 'expected', 'missing', 'surplus') then -m.quantity
                                                 else 0 end), 0)
        from return_movement m join return_line l on l.id = m.line_id
        where l.item_id = (select n.item_id from return_line n where n.id = new.line_id))
      > (select i.quantity_delivered from complaint_item i join return_line n on n.item_id = i.id where n.id = new.line_id)
begin select raise(abort, 'octad:invalid:quantity'); end;
create trigger return_movement_guard_authorisation before insert on return_movement
  when new.reverses is null and new.to_place in ('work', 'ready', 'shipped', 'credited', 'scrapped') and new.disposition = 'repair' and not exists (
    select 1 from return_attachment a where a.return_id = new.return_id and a.paper = 'authorisation')
begin select raise(abort, 'octad:return-authorisation'); end;
create trigger return_movement_guard_disposition before insert on return_movement
  when new.reverses is null and (((new.from_place in ('work', 'ready', 'shipped', 'credited', 'scrapped') or new.to_place in ('work', 'ready', 'shipped', 'credited', 'scrapped')) <> (new.disposition <> 'none'))
    or (new.from_place <> 'awaiting' and new.to_place in ('work', 'ready', 'shipped', 'credited', 'scrapped') and not exists (select 1 from return_carry_out c
      where c.disposition = new.disposition and c.from_place = new.from_place and c.to_place = new.to_place)))
begin select raise(abort, 'octad:return-disposition'); end;
create trigger return_movement_guard_finding before insert on return_movement
  when new.reverses is null and ((new.to_place = 'awaiting' and new.to_finding = 'open')
    or (new.to_place in ('outside', 'expected', 'missing', 'surplus', 'quarantine', 'test') and new.to_finding <> 'open')
    or (new.to_place in ('work', 'ready', 'shipped', 'credited', 'scrapped') and new.to_finding <> new.from_finding))
begin select raise(abort, 'octad:invalid:finding'); end;
create trigger return_movement_guard_document before insert on return_movement
  when new.reverses is null and new.document = '' and exists (select 1 from return_move t
    where t.from_place = new.from_place and t.to_place = new.to_place and t.needs_document = 1)
begin select raise(abort, 'octad:invalid:document'); end;
create trigger return_movement_guard_move before insert on return_movement
  when new.reverses is null and octad_use_case() <> 'migrate' and not exists (select 1 from return_move t
    where t.from_place = new.from_place and t.to_place = new.to_place)
begin select raise(abort, 'octad:return-move'); end;
create trigger return_movement_guard_reversed before insert on return_movement
  when new.reverses is not null and exists (select 1 from return_movement b where b.reverses = new.reverses)
begin select raise(abort, 'octad:return-reversed'); end;
create trigger return_movement_guard_reversal before insert on return_movement
  when new.reverses is not null and not exists (select 1 from return_movement b where b.id = new.reverses
    and b.reverses is null and b.line_id = new.line_id and b.from_place = new.to_place and b.to_place = new.from_place
    and b.from_finding = new.to_finding and b.to_finding = new.from_finding and b.disposition = new.disposition
    and b.from_location = new.to_location and b.to_location = new.from_location and b.quantity = new.quantity)
begin select raise(abort, 'octad:return-reversal'); end;
create trigger return_movement_guard_case before insert on return_movement
  when octad_use_case() <> 'migrate' and exists (select 1 from return_line l join complaint c on c.id = l.complaint_id where l.id = new.line_id
    and c.state in ('closed', 'archived', 'cancelled')
    and not exists (select 1 from return_hand_over h where h.complaint_id = c.id and h.return_id = new.return_id))
begin select raise(abort, 'octad:closed'); end;
create trigger return_movement_guard_line before insert on return_movement
  when (select l.return_id from return_line l where l.id = new.line_id) is not new.return_id
begin select raise(abort, 'octad:immutable'); end;
create trigger return_movement_guard_insert before insert on return_movement
  when octad_use_case() <> 'migrate' and exists (select 1 from goods_return g where g.id = new.return_id and g.closed_at is not null)
begin select raise(abort, 'octad:return-closed'); end;

-- A case neither closes nor is cancelled over pieces that are nowhere settled, unless their return goes on with an owner.
create trigger complaint_guard_returns before update on complaint
  when new.state in ('closed', 'cancelled') and old.state <> new.state and exists (
    select 1 from (select distinct x.return_id from return_line x where x.complaint_id = new.id) r
    where (select coalesce(sum(case when m.to_place in ('expected', 'quarantine', 'test', 'awaiting', 'external', 'work', 'ready') then m.quantity else 0 end)
        - sum(case when m.from_place in ('expected', 'quarantine', 'test', 'awaiting', 'external', 'work', 'ready') then m.quantity else 0 end), 0)
      from return_movement m join return_line l on l.id = m.line_id where m.return_id = r.return_id and l.complaint_id = new.id) <> 0
      and not exists (select 1 from return_hand_over h where h.complaint_id = new.id and h.return_id = r.return_id))
begin select raise(abort, 'octad:return-open'); end;

-- Rows of a closed case and problem.
create trigger return_hand_over_guard_insert before insert on return_hand_over
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger sample_custody_guard_insert before insert on sample_custody
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger sample_consent_guard_insert before insert on sample_consent
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger sweep_count_guard_insert before insert on sweep_count
  when exists (select 1 from complaint c where c.problem_id = new.problem_id) and not exists (
    select 1 from complaint c where c.problem_id = new.problem_id and c.state not in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger sweep_count_guard_row before insert on sweep_count
  when not exists (select 1 from sweep_row s where s.id = new.sweep_id and s.problem_id = new.problem_id)
begin select raise(abort, 'octad:immutable'); end;

-- The sums of a sweep follow its counts.
create trigger sweep_count_sums after insert on sweep_count
begin
  update sweep_row set
      ok = ok + case when new.correction = 1 then -new.ok else new.ok end,
      ng = ng + case when new.correction = 1 then -new.ng else new.ng end,
      rework = rework + case when new.correction = 1 then -new.rework else new.rework end
    where id = new.sweep_id;
end;

create trigger ntf_dossier_concluded before update on ntf_dossier
  when old.concluded_at is not null
begin select raise(abort, 'octad:append-only'); end;
create trigger return_movement_append_only_update before update on return_movement
begin select raise(abort, 'octad:append-only'); end;
create trigger return_movement_append_only_delete before delete on return_movement
begin select raise(abort, 'octad:append-only'); end;
create trigger unit_test_append_only_update before update on unit_test
begin select raise(abort, 'octad:append-only'); end;
create trigger unit_test_append_only_delete before delete on unit_test
begin select raise(abort, 'octad:append-only'); end;
create trigger return_decision_append_only_update before update on return_decision
begin select raise(abort, 'octad:append-only'); end;
create trigger return_decision_append_only_delete before delete on return_decision
begin select raise(abort, 'octad:append-only'); end;
create trigger return_cost_append_only_update before update on return_cost
begin select raise(abort, 'octad:append-only'); end;
create trigger return_cost_append_only_delete before delete on return_cost
begin select raise(abort, 'octad:append-only'); end;
create trigger return_attachment_append_only_update before update on return_attachment
begin select raise(abort, 'octad:append-only'); end;
create trigger return_attachment_append_only_delete before delete on return_attachment
begin select raise(abort, 'octad:append-only'); end;
create trigger return_hand_over_append_only_update before update on return_hand_over
begin select raise(abort, 'octad:append-only'); end;
create trigger return_hand_over_append_only_delete before delete on return_hand_over
begin select raise(abort, 'octad:append-only'); end;
create trigger sweep_count_append_only_update before update on sweep_count
begin select raise(abort, 'octad:append-only'); end;
create trigger sweep_count_append_only_delete before delete on sweep_count
begin select raise(abort, 'octad:append-only'); end;
create trigger sample_custody_append_only_update before update on sample_custody
begin select raise(abort, 'octad:append-only'); end;
create trigger sample_custody_append_only_delete before delete on sample_custody
begin select raise(abort, 'octad:append-only'); end;
create trigger sample_consent_append_only_update before update on sample_consent
begin select raise(abort, 'octad:append-only'); end;
create trigger sample_consent_append_only_delete before delete on sample_consent
begin select raise(abort, 'octad:append-only'); end;
create trigger goods_return_never_deleted before delete on goods_return
begin select raise(abort, 'octad:never-deleted'); end;
create trigger return_line_never_deleted before delete on return_line
begin select raise(abort, 'octad:never-deleted'); end;
create trigger return_unit_never_deleted before delete on return_unit
begin select raise(abort, 'octad:never-deleted'); end;
create trigger ntf_dossier_never_deleted before delete on ntf_dossier
begin select raise(abort, 'octad:never-deleted'); end;

-- What was kept of returned goods before stays as it was; it lives on in the tables above.
create trigger returned_quantity_legacy_insert before insert on returned_quantity
begin select raise(abort, 'octad:immutable'); end;
create trigger returned_quantity_legacy_update before update on returned_quantity
begin select raise(abort, 'octad:immutable'); end;

-- Takes over what earlier versions kept of returned goods with a case (returned_quantity): each row becomes a return
-- with one line and its movements. Runs behind the audit triggers, so that the trail knows every row.
insert into goods_return (uuid, number, customer_id, kind, blind, without_case, treatment, customer_ref, announced_on,
    expected_on, rma_number, conditions, authorised_by, authorised_on, carrier, note_number, cost_bearer, sent_on,
    received_on, replacement_due_on, owner_id, test_department_id, remarks, matched_with, closed_at, close_reason, state,
    waits_for, due_on, waiting_since, part_number, failure, case_numbers, announced, received, open_pieces, created_at,
    row_version)
  select r.uuid, 'R' || r.year || '-' || substr('00000' || cast(r.n as text), length('00000' || cast(r.n as text)) - 4),
      c.customer_id, 'line_reject', 0, '', 'analysis', '', r.received_on, null, '', '', null, null, '', r.note, 'undecided',
      null, case when r.received > 0 then r.received_on end, null, c.owner_id, null, r.explanation, null,
      case when r.ended = 1 then coalesce(c.closed_at, c.received_at) end,
      case when r.ended = 1 then 'taken over from an earlier version with its case, which had ended' else '' end,
      case when r.ended = 1 then 'closed' when r.received = 0 then 'announced'
           when r.received > r.found then 'received' else 'found' end,
      case when r.ended = 1 then 'nobody' when r.received > r.found then 'warehouse' else 'cqe' end,
      null, r.received_on, c.part_number, c.failure, c.number, r.announced, r.received,
      case when r.ended = 1 then 0 when r.received = 0 then r.announced else r.received end,
      c.received_at, 1
    from (select q.*, substr(cast(q.received_on as text), 3, 2) as year,
                 row_number() over (partition by substr(cast(q.received_on as text), 1, 4) order by q.id) as n,
                 q.confirmed + q.no_trouble_found + q.customer_caused + q.transport as found,
                 case when o.state in ('closed', 'archived', 'cancelled') then 1 else 0 end as ended
            from returned_quantity q join complaint o on o.id = q.complaint_id) r
    join complaint c on c.id = r.complaint_id order by r.id;
insert into counter (series, year, last)
  select 'R', cast(substr(cast(received_on as text), 1, 4) as integer), count(*) from returned_quantity
    group by cast(substr(cast(received_on as text), 1, 4) as integer);
insert into return_line (return_id, position, part_id, lot, nature, complaint_id, item_id, sample_id, failure)
  select g.id, 1, i.part_id, i.lot, 'as_announced', r.complaint_id, r.item_id, null, substr(i.failure, 1, 200)
    from returned_quantity r join goods_return g on g.uuid = r.uuid join complaint_item i on i.id = r.item_id order by r.id;
insert into return_movement (uuid, return_id, line_id, from_place, to_place, from_finding, to_finding, disposition,
    from_location, to_location, quantity, document, reason, reverses, moved_on, recorded_by, recorded_at)
  select g.uuid || '/' || cast(m.step as text), g.id, l.id, m.from_place, m.to_place, m.from_finding, m.to_finding, 'none',
      '', '', m.quantity, r.note,
      case when r.explanation <> '' then r.explanation else 'taken over from an earlier version' end,
      null, r.received_on, coalesce(c.owner_id, (select min(p.id) from person p)), c.received_at
    from returned_quantity r join goods_return g on g.uuid = r.uuid join return_line l on l.return_id = g.id
    join complaint c on c.id = r.complaint_id
    join (select id, 1 as step, 'outside' as from_place, 'expected' as to_place, 'open' as from_finding,
                 'open' as to_finding, announced as quantity from returned_quantity
          union all select id, 2, 'expected', 'quarantine', 'open', 'open',
                 case when received < announced then received else announced end from returned_quantity
          union all select id, 3, 'surplus', 'quarantine', 'open', 'open',
                 case when received > announced then received - announced else 0 end from returned_quantity
          union all select id, 4, 'expected', 'missing', 'open', 'open',
                 case when received > 0 and received < announced then announced - received else 0 end from returned_quantity
          union all select q.id, 4, 'expected', 'missing', 'open', 'open', q.announced
            from returned_quantity q join complaint o on o.id = q.complaint_id
            where q.received = 0 and o.state in ('closed', 'archived', 'cancelled')
          union all select id, 5, 'quarantine', 'awaiting', 'open', 'confirmed', confirmed from returned_quantity
          union all select id, 6, 'quarantine', 'awaiting', 'open', 'ntf', no_trouble_found from returned_quantity
          union all select id, 7, 'quarantine', 'awaiting', 'open', 'customer_caused', customer_caused
            from returned_quantity
          union all select id, 8, 'quarantine', 'awaiting', 'open', 'transport', transport from returned_quantity
          -- Nobody wrote down what was found of these: no way leads from here to the end, so they are taken there.
          union all select q.id, 9, 'quarantine', 'retained', 'open', 'open',
                 q.received - q.confirmed - q.no_trouble_found - q.customer_caused - q.transport
            from returned_quantity q join complaint o on o.id = q.complaint_id
            where o.state in ('closed', 'archived', 'cancelled')) m
      on m.id = r.id and m.quantity > 0
    order by r.id, m.step;
-- What became of pieces of closed cases was not recorded then: they count as kept.
insert into return_movement (uuid, return_id, line_id, from_place, to_place, from_finding, to_finding, disposition,
    from_location, to_location, quantity, document, reason, reverses, moved_on, recorded_by, recorded_at)
  select m.uuid || '/kept', m.return_id, m.line_id, 'awaiting', 'retained', m.to_finding, m.to_finding, 'none', '', '',
      m.quantity, '', 'taken over from an earlier version, which did not record the disposition', null, m.moved_on,
      m.recorded_by, m.recorded_at
    from return_movement m join return_line l on l.id = m.line_id join complaint c on c.id = l.complaint_id
    where m.to_place = 'awaiting' and c.state in ('closed', 'archived', 'cancelled') order by m.id;

-- Where the customer took the complaint (S1-52), and whether it is left out of the counts because it was solved so fast
-- (X-16).
alter table complaint add column ${enum? escalated_to escalation_target};
alter table complaint add column ${date? escalated_on};
alter table complaint add column ${flag excluded_by_speed} default 0;
create index complaint_excluded_by_speed on complaint (received_at, id) where excluded_by_speed = 1;

-- Who else told the same failure of a part.
drop index if exists complaint_item_by_part;
create index complaint_item_by_kind on complaint_item (part_id, failure);

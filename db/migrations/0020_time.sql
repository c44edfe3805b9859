-- Stops of clocks that are asked for and approved, agreed extensions, clocks chosen by customer and campaign, the
-- first contact of a complaint, and the visit after its closing.
create table campaign (
  ${id},
  ${enum kind campaign_kind},
  ${line name 200},
  ${line? parts 1000},
  ${line? customers 1000},
  ${date from_day},
  ${date? to_day},
  ${line? clock_set 100},
  ${flag counted},
  ${count? weight},
  ${text note},
  ${ref created_by person},
  ${instant created_at},
  constraint one_campaign_name unique (name),
  constraint campaign_ends_later check (to_day >= from_day)
) ${table};

alter table complaint add column ${ref? first_contact_id person};
alter table complaint add column ${ref? campaign_id campaign};
create index complaint_by_campaign on complaint (campaign_id, id) where campaign_id is not null;
alter table customer add column ${line? clock_set 100} default '';
alter table customer add column ${line? special_status 200} default '';
alter table assignment add column ${instant? withdrawn_at};
alter table case_clock add column ${enum? chosen_by clock_scope};
alter table case_clock add column ${line? clock_set 100} default '';

alter table clock_pause add column ${enum? waits_for awaited};
alter table clock_pause add column ${ref? asked_by person};
alter table clock_pause add column ${enum? state pause_state};
alter table clock_pause add column ${instant? decided_at};
alter table clock_pause add column ${text decision} default '';
alter table clock_pause add column ${ref? ended_by person};
create index clock_pause_asked on clock_pause (complaint_id) where state = 'asked';

create table clock_extension (
  ${id},
  ${ref complaint_id complaint},
  ${enum clock clock_name},
  ${date until_day},
  ${flag by_customer},
  ${line? agreed_with 200},
  ${text reason},
  ${line? document 300},
  ${ref recorded_by person},
  ${instant recorded_at}
) ${table};
create index clock_extension_by_complaint on clock_extension (complaint_id);

create table follow_up (
  ${id},
  ${ref complaint_id complaint},
  ${date? due_on},
  ${date? done_on},
  ${line? way 50},
  ${line? spoken_with 200},
  ${enum? satisfaction satisfaction},
  ${text words},
  ${ref? recorded_by person},
  ${instant? recorded_at},
  constraint follow_up_told check ((done_on is null) = (satisfaction is null)
                                   and (done_on is null) = (recorded_by is null))
) ${table};
create index follow_up_by_complaint on follow_up (complaint_id);
create index follow_up_open on follow_up (due_on) where done_on is null;

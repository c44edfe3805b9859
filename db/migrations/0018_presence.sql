-- Who has a case open now: a hint, no record. Not part of the audit trail, and not copied to another database.
create table presence (
  ${ref person_id person},
  ${ref complaint_id complaint},
  ${count seen_us},
  primary key (person_id, complaint_id)
) ${table};
create index presence_by_case on presence (complaint_id);

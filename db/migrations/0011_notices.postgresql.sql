-- A notice is marked as read, nothing else.
create trigger b_immutable before update of id, notice_key, person_id, condition, level, complaint_id, return_id,
  number, customer_name, subject, due_name, due_at, made_at on notice
  for each row execute function octad_refuse('immutable');
create trigger b_never_deleted before delete on notice for each row execute function octad_refuse('never-deleted');
create trigger c_no_truncate before truncate on notice for each statement execute function octad_refuse('never-deleted');

-- What a mail says and to whom is fixed when it is made.
create trigger b_immutable before update of id, mail_key, person_id, address, subject, body, made_at on mail
  for each row execute function octad_refuse('immutable');
create trigger b_never_deleted before delete on mail for each row execute function octad_refuse('never-deleted');
create trigger c_no_truncate before truncate on mail for each statement execute function octad_refuse('never-deleted');

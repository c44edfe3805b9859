drop trigger b_immutable on notice;
create trigger b_immutable before update of id, notice_key, person_id, condition, level, complaint_id, return_id,
  number, customer_name, subject, due_name, due_at, made_at, in_place_of, detail on notice
  for each row execute function octad_refuse('immutable');
drop trigger b_immutable on mail;
create trigger b_immutable before update of id, mail_key, person_id, address, subject, body, made_at, message_id on mail
  for each row execute function octad_refuse('immutable');

-- A report is noted once and stays as it came.
create trigger b_immutable before update on mail_report
  for each row execute function octad_refuse('immutable');
create trigger b_never_deleted before delete on mail_report for each row execute function octad_refuse('never-deleted');
create trigger c_no_truncate before truncate on mail_report for each statement execute function octad_refuse('never-deleted');

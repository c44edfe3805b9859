drop trigger notice_guard_update;
create trigger notice_guard_update before update of id, notice_key, person_id, condition, level, complaint_id, return_id,
  number, customer_name, subject, due_name, due_at, made_at, in_place_of, detail on notice
begin select raise(abort, 'octad:immutable'); end;
drop trigger mail_guard_update;
create trigger mail_guard_update before update of id, mail_key, person_id, address, subject, body, made_at, message_id
  on mail
begin select raise(abort, 'octad:immutable'); end;

-- A report is noted once and stays as it came.
create trigger mail_report_guard_update before update on mail_report
begin select raise(abort, 'octad:immutable'); end;
create trigger mail_report_guard_delete before delete on mail_report
begin select raise(abort, 'octad:never-deleted'); end;

-- A notice is marked as read, nothing else.
create trigger notice_guard_update before update of id, notice_key, person_id, condition, level, complaint_id, return_id,
  number, customer_name, subject, due_name, due_at, made_at on notice
begin select raise(abort, 'octad:immutable'); end;
create trigger notice_guard_delete before delete on notice
begin select raise(abort, 'octad:never-deleted'); end;

-- What a mail says and to whom is fixed when it is made.
create trigger mail_guard_update before update of id, mail_key, person_id, address, subject, body, made_at on mail
begin select raise(abort, 'octad:immutable'); end;
create trigger mail_guard_delete before delete on mail
begin select raise(abort, 'octad:never-deleted'); end;

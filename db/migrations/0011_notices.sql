-- What each person was told, once: the key says about what, for whom and how far up (model/work/reminders). Not
-- part of the audit trail: a notice is made from records that are, and nobody but its reader cares when it was read.
create table notice (
  ${id},
  ${line notice_key 200},
  ${ref person_id person},
  ${enum condition reminder_condition},
  ${enum level notice_level},
  ${ref? complaint_id complaint},
  ${ref? return_id goods_return},
  ${line number 20},
  ${line? customer_name 200},
  ${text subject},
  ${line? due_name 50},
  ${instant? due_at},
  ${instant made_at},
  ${instant? read_at},
  constraint one_notice_key unique (notice_key)
) ${table};
create index notice_by_person on notice (person_id, made_at, id);
create index notice_unread on notice (person_id, id) where read_at is null;

-- What the job reads every time, however long the history.
create index action_open_by_due on action (due_on, id) where done_on is null and due_on is not null;
create index assignment_open_by_due on assignment (due_on, id) where state in ('asked', 'rejected');

-- Mails that wait, and what became of them. Made from notices, so not part of the audit trail either.
create table mail (
  ${id},
  ${line mail_key 100},
  ${ref person_id person},
  ${line address 254},
  ${line subject 300},
  ${text body},
  ${enum state mail_state},
  ${count attempts},
  ${text error},
  ${instant made_at},
  ${instant? next_at},
  ${instant? sent_at},
  constraint one_mail_key unique (mail_key)
) ${table};
create index mail_waiting on mail (next_at, id) where state = 'queued';
create index mail_by_person on mail (person_id, made_at);

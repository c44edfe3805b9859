-- What mail servers report later about a mail that they took: it came back, or is delayed. Reports are matched by the
-- Message-ID. Not part of the audit trail, as the mails are not.
alter table mail add column ${line? message_id 100} default '';
alter table mail add column ${instant? reported_at};
alter table notice add column ${text detail} default '';
create index mail_by_message on mail (message_id) where message_id <> '';
create index mail_delayed on mail (reported_at, id) where state = 'delayed';

create table mail_report (
  ${id},
  ${ref mail_id mail},
  ${line report_id 200},
  ${enum action delivery_action},
  ${line? recipient 320},
  ${line? status 20},
  ${text reason},
  ${instant reported_at},
  ${instant noted_at},
  ${ref noted_by person},
  constraint one_mail_report unique (mail_id, report_id)
) ${table};

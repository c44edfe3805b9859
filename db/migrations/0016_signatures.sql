-- Signatures under one version of a record, and what auditors read.

create table signature (
  ${id},
  ${ref? complaint_id complaint},
  ${ref? problem_id problem},
  ${ref? submission_id submission},
  ${ref? reply_id reply},
  ${ref? closing_id closing},
  ${enum meaning signature_meaning},
  ${ref signed_by person},
  ${line printed_name 200},
  ${instant signed_at},
  ${sha256 record_sha256},
  ${count chain_seq},
  ${sha256 chain_hash},
  ${enum reauthenticated reauthentication},
  constraint one_signed_record check (
    (submission_id is not null and problem_id is not null and complaint_id is null and reply_id is null
     and closing_id is null)
    or (submission_id is null and problem_id is null and complaint_id is not null
        and (reply_id is null) <> (closing_id is null)))
) ${table};
create index signature_by_complaint on signature (complaint_id);
create index signature_by_problem on signature (problem_id);
create unique index signed_submission_once on signature (submission_id, meaning, signed_by, record_sha256);
create unique index signed_reply_once on signature (reply_id, meaning, signed_by, record_sha256);
create unique index signed_closing_once on signature (closing_id, meaning, signed_by, record_sha256);

create table case_reading (
  ${id},
  ${ref? complaint_id complaint},
  ${ref person_id person},
  ${enum kind reading_kind},
  ${text note},
  ${instant at}
) ${table};
create index case_reading_by_complaint on case_reading (complaint_id);
create index case_reading_by_time on case_reading (at);

-- Guards of signatures: the same rules as in the model, which says them in sentences first. A file has no logins:
-- whoever may write the file may sign as anybody, and the signature says that no password was asked for.

create trigger signature_append_only_update before update on signature
begin select raise(abort, 'octad:append-only'); end;
create trigger signature_append_only_delete before delete on signature
begin select raise(abort, 'octad:append-only'); end;
create trigger case_reading_append_only_update before update on case_reading
begin select raise(abort, 'octad:append-only'); end;
create trigger case_reading_append_only_delete before delete on case_reading
begin select raise(abort, 'octad:append-only'); end;

-- Who signs has seen the newest event of the chain.
create trigger signature_guard_head before insert on signature
  when not exists (select 1 from audit_head h where h.seq = new.chain_seq and h.hash = new.chain_hash
      and h.chain = coalesce((select c.uuid from complaint c where c.id = new.complaint_id),
                             (select p.uuid from problem p where p.id = new.problem_id)))
begin select raise(abort, 'octad:signed-version'); end;

-- Only the newest version is signed, and only while it stands.
create trigger signature_guard_submission before insert on signature
  when new.submission_id is not null and not exists (
    select 1 from submission s join discipline d on d.problem_id = s.problem_id and d.code = s.discipline
      where s.id = new.submission_id and s.problem_id = new.problem_id and s.revision = d.revision
        and d.state in ('submitted', 'approved'))
begin select raise(abort, 'octad:signed-version'); end;
create trigger signature_guard_reply before insert on signature
  when new.reply_id is not null and not exists (
    select 1 from reply r where r.id = new.reply_id and r.complaint_id = new.complaint_id
      and not exists (select 1 from reply n where n.complaint_id = r.complaint_id and n.stage = r.stage
                      and n.revision > r.revision))
begin select raise(abort, 'octad:signed-version'); end;
create trigger signature_guard_closing before insert on signature
  when new.closing_id is not null and not exists (
    select 1 from closing k join complaint c on c.id = k.complaint_id
      where k.id = new.closing_id and c.id = new.complaint_id and c.state in ('closed', 'archived')
        and k.approved_by is not null and k.reopened = 0
        and not exists (select 1 from closing n where n.complaint_id = c.id and n.id > k.id))
begin select raise(abort, 'octad:signed-version'); end;

-- Who may say what.
create trigger signature_guard_meaning before insert on signature
  when not exists (
    select 1 from (
      select s.submitted_by as author, null as approver, d.state = 'approved' as approved, d.code as code
        from submission s join discipline d on d.problem_id = s.problem_id and d.code = s.discipline
        where s.id = new.submission_id
      union all select r.sent_by, null, 1, '' from reply r where r.id = new.reply_id
      union all select k.by_person, k.approved_by, 0, 'closing' from closing k where k.id = new.closing_id) v
    where (new.meaning = 'authored' and v.author = new.signed_by)
       or (new.meaning = 'reviewed' and v.author <> new.signed_by)
       or (new.meaning = 'approved' and v.author <> new.signed_by and v.approved)
       or (new.meaning = 'verified' and v.author <> new.signed_by and v.approved and v.code = 'D6')
       or (new.meaning = 'closed' and v.approver = new.signed_by))
begin select raise(abort, 'octad:signature'); end;

-- Guards: the same rules as in the model, which says them in sentences first.
create trigger clock_pause_decided before update on clock_pause
  when new.clock is not old.clock or new.started_at is not old.started_at or new.reason is not old.reason
    or new.waits_for is not old.waits_for or new.asked_by is not old.asked_by
    or (old.state is not 'asked' and (new.state is not old.state or new.approved_by is not old.approved_by
        or new.decided_at is not old.decided_at or new.decision is not old.decision))
begin select raise(abort, 'octad:immutable'); end;

create trigger clock_extension_guard_insert before insert on clock_extension
  when exists (select 1 from complaint c where c.id = new.complaint_id and c.state in ('closed', 'archived', 'cancelled'))
begin select raise(abort, 'octad:closed'); end;
create trigger clock_extension_append_only_update before update on clock_extension
begin select raise(abort, 'octad:append-only'); end;
create trigger clock_extension_append_only_delete before delete on clock_extension
begin select raise(abort, 'octad:append-only'); end;

create trigger follow_up_guard_owner before update on follow_up
  when new.id is not old.id or new.complaint_id is not old.complaint_id or old.done_on is not null
begin select raise(abort, 'octad:immutable'); end;
create trigger follow_up_never_deleted before delete on follow_up
begin select raise(abort, 'octad:never-deleted'); end;

create trigger campaign_guard_owner before update on campaign
  when new.id is not old.id or new.created_by is not old.created_by or new.created_at is not old.created_at
begin select raise(abort, 'octad:immutable'); end;
create trigger campaign_never_deleted before delete on campaign
begin select raise(abort, 'octad:never-deleted'); end;

create trigger complaint_first_contact before update on complaint
  when old.first_contact_id is not null and new.first_contact_id is not old.first_contact_id
begin select raise(abort, 'octad:immutable'); end;

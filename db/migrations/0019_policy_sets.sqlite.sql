-- PostgreSQL compares all of a closed case that is not named as free; here the columns are named.
create trigger complaint_guard_closed_policy before update on complaint
  when old.state in ('closed', 'archived', 'cancelled')
    and (new.escalated_to is not old.escalated_to or new.escalated_on is not old.escalated_on
      or new.excluded_by_speed is not old.excluded_by_speed)
begin select raise(abort, 'octad:closed'); end;

-- A case keeps the revision it was judged by.
create trigger complaint_guard_policy before update on complaint
  when coalesce(old.policy_name, '') <> ''
    and (new.policy_name is not old.policy_name or new.policy_revision is not old.policy_revision)
begin select raise(abort, 'octad:immutable'); end;

-- A reason has five characters or more, and more than dots.
drop trigger complaint_guard_reason;
create trigger complaint_guard_reason before update on complaint
  when new.state <> old.state
    and (trim(octad_reason(), ' .' || char(9, 10, 13)) = '' or length(octad_reason()) < 5) and exists (
    select 1 from transition t where t.from_state = old.state and t.to_state = new.state and t.needs_reason = 1)
begin select raise(abort, 'octad:reason'); end;

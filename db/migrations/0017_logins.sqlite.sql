-- Who stands in for whom: for a year at most, and only the end moves afterwards.
create trigger deputy_guard_insert before insert on deputy
  when new.valid_until > date(new.valid_from, '+366 days')
begin select raise(abort, 'octad:invalid:valid_until'); end;
create trigger deputy_guard_update before update on deputy
  when new.valid_until > date(new.valid_from, '+366 days')
begin select raise(abort, 'octad:invalid:valid_until'); end;
create trigger deputy_guard_fixed before update on deputy
  when new.id <> old.id or new.person_id <> old.person_id or new.deputy_id <> old.deputy_id
    or new.valid_from <> old.valid_from
begin select raise(abort, 'octad:immutable'); end;

-- Tells the windows that look at a record to read it again. The payload is the chain of the record, which says nothing
-- to whoever may not see it; a transaction that writes many rows of one record tells it once.
create function octad.tell_change() returns trigger
  language plpgsql set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  if tg_table_name = 'presence' then
    perform pg_notify('octad_changes', 'presence');
  else
    perform pg_notify('octad_changes', new.chain);
  end if;
  return null;
end $$;

create trigger z_tell after insert or update on octad.audit_head for each row execute function octad.tell_change();
-- Whoever only says again that he is there is no news.
create trigger z_tell after insert or delete on octad.presence for each row execute function octad.tell_change();

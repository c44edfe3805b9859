-- A unit that was entered by mistake can be removed until something happened under its number. Whether it went
-- somewhere by it is kept with it.
alter table return_unit add column ${flag moved} default 0;
-- Removing a unit looks for its photos.
create index return_attachment_by_unit on return_attachment (unit_id);

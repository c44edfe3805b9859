-- The mail a complaint came by, so that the same mail is told when it comes again.
alter table complaint add column ${line? message_id 200} default '';
create index complaint_by_message on complaint (message_id) where message_id <> '';
-- In whose place a deputy is told, while that person is away.
alter table notice add column ${line? in_place_of 200} default '';

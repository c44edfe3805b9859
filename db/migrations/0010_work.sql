-- What waits for a person (db/repositories/work_reader.cpp): the open part of the tables only, however long the history.
create index complaint_open_by_owner on complaint (owner_id, id) where state not in ('closed', 'archived', 'cancelled');
create index action_open_by_owner on action (owner, id) where done_on is null;
create index goods_return_open_by_owner on goods_return (owner_id, id) where state not in ('closed', 'cancelled', 'matched');

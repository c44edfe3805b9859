-- When a sample was last heard of: the customer is reminded again some days after it.
alter table sample add column ${instant? told_at};
-- The day a containment ended.
alter table action add column ${date? lifted_on};

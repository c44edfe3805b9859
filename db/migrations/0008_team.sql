-- Who stands in for whom: within these days the deputy may act for the person's department.
create table deputy (
  ${id},
  ${ref person_id person},
  ${ref deputy_id person},
  ${date valid_from},
  ${date valid_until},
  ${text reason},
  constraint deputy_is_another check (deputy_id <> person_id),
  constraint deputy_ends_later check (valid_until >= valid_from)
) ${table};
create index deputy_by_deputy on deputy (deputy_id);

-- Which customers a registrar (sales) looks after.
create table account (
  ${id},
  ${ref customer_id customer},
  ${ref person_id person},
  constraint one_account unique (customer_id, person_id)
) ${table};
create index account_by_person on account (person_id);

-- Who registered a case on a server with logins.
create table registration (
  ${id},
  ${ref complaint_id complaint},
  ${ref person_id person},
  constraint one_registration unique (complaint_id)
) ${table};
create index registration_by_person on registration (person_id);

-- What a role may do and what a move needs, as the model has it; filled like the transitions.
create table role_right (
  ${enum role role},
  right_name text not null,
  primary key (role, right_name)
) ${table};
create table transition_right (
  ${enum from_state case_state},
  ${enum to_state case_state},
  right_name text not null,
  primary key (from_state, to_state)
) ${table};

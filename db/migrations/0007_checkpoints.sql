-- Checkpoints of the audit trail: every chain that moved since the one before, bound by a root (security.md 2.2).
create table audit_checkpoint (
  ${count number},
  ${instant at_us},
  previous_root text not null,
  ${sha256 root},
  primary key (number)
) ${table};

create table audit_checkpoint_head (
  ${count number},
  chain text not null,
  ${count seq},
  ${sha256 hash},
  primary key (number, chain)
) ${table};

create index audit_checkpoint_head_chain on audit_checkpoint_head (chain, seq);

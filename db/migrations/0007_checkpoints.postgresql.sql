create trigger b_append_only before update or delete on audit_checkpoint
  for each row execute function octad_refuse('append-only');
create trigger b_append_only before update or delete on audit_checkpoint_head
  for each row execute function octad_refuse('append-only');
create trigger c_no_truncate before truncate on audit_checkpoint
  for each statement execute function octad_refuse('never-deleted');
create trigger c_no_truncate before truncate on audit_checkpoint_head
  for each statement execute function octad_refuse('never-deleted');

create trigger audit_checkpoint_append_only_update before update on audit_checkpoint
begin select raise(abort, 'octad:append-only'); end;
create trigger audit_checkpoint_append_only_delete before delete on audit_checkpoint
begin select raise(abort, 'octad:append-only'); end;
create trigger audit_checkpoint_head_append_only_update before update on audit_checkpoint_head
begin select raise(abort, 'octad:append-only'); end;
create trigger audit_checkpoint_head_append_only_delete before delete on audit_checkpoint_head
begin select raise(abort, 'octad:append-only'); end;

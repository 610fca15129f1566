create function cogo.refuse_doomed(locations text[])
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if exists (
    select from cogo.artifact_sweeps as swept
    where swept.location = any(refuse_doomed.locations) and swept.doomed_at > cogo.now_() - interval '10 minutes'
  ) then
    raise sqlstate 'PT409' using
      message = 'Cannot record the artifact: bytes like these, which nobody needed, are being deleted just now',
      detail = 'try_again',
      hint = 'Store the bytes again and record them again, after a second.';
  end if;
end;
$$;

comment on function cogo.refuse_doomed(text[]) is
  'Refuses to record bytes that a sweep is deleting. Asked under cogo.lock_artifacts. Errors: try_again (409).';

revoke execute on function cogo.refuse_doomed(text[]) from public;

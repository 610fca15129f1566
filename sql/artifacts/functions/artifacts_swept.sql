create function cogo.artifacts_swept(locations text[], is_last boolean)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from cogo.artifact_sweeps as swept where swept.location = any(artifacts_swept.locations);
  if artifacts_swept.is_last then
    update cogo.artifact_rounds set due_at = cogo.now_() + interval '50 minutes';
  end if;
end;
$$;

comment on function cogo.artifacts_swept(text[], boolean) is
  'The bytes at these places are gone; after the last ones of a round the next is due at the clock''s next hour.';

revoke execute on function cogo.artifacts_swept(text[], boolean) from public;
grant execute on function cogo.artifacts_swept(text[], boolean) to service_role;

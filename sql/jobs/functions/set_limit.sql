create function cogo.set_limit(scope text, name text, tenant_id uuid, max_running integer, rate_count integer, rate_seconds integer, reason text)
returns cogo.limits
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kept cogo.limits;
begin
  if set_limit.scope = 'key' and set_limit.name is null then
    perform cogo.refuse_argument('name', 'a limit of scope key names a key and its tenant_id');
  end if;
  if set_limit.max_running is null and set_limit.rate_count is null and set_limit.rate_seconds is null then
    perform cogo.refuse_argument('max_running', 'a limit needs it, or rate_count with rate_seconds; remove_limit removes one');
  end if;
  insert into cogo.limits as known (scope, name, tenant_id, max_running, rate_count, rate_seconds, reason, changed_at)
  values (
    set_limit.scope, set_limit.name, set_limit.tenant_id, set_limit.max_running, set_limit.rate_count, set_limit.rate_seconds,
    set_limit.reason, cogo.now_()
  )
  on conflict (scope, name, tenant_id) do update set
    max_running = excluded.max_running, rate_count = excluded.rate_count, rate_seconds = excluded.rate_seconds,
    reason = excluded.reason, changed_at = excluded.changed_at
  returning * into kept;
  perform cogo.wake_limit(kept);
  return kept;
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the limit', sqlerrm);
    return null;
end;
$$;

comment on function cogo.set_limit(text, text, uuid, integer, integer, integer, text) is
  'Adds or replaces a limit; it holds from the next claim on. What is held above a lowered limit may end in peace.';

revoke execute on function cogo.set_limit(text, text, uuid, integer, integer, integer, text) from public;
grant execute on function cogo.set_limit(text, text, uuid, integer, integer, integer, text) to service_role;

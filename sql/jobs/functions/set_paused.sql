create function cogo.set_paused(scope text, name text, tenant_id uuid, paused boolean, reason text)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kept cogo.limits;
begin
  if set_paused.scope = 'lane' then
    update cogo.lanes as lane set paused_at = case when set_paused.paused then coalesce(lane.paused_at, cogo.now_()) end
    where lane.queue_name = set_paused.name or lane.executor = set_paused.name;
    if not found then
      perform cogo.refuse_argument('name', format('no lane and no executor is called %L', set_paused.name));
    end if;
    return set_paused.paused;
  end if;
  if (set_paused.scope in ('type', 'tenant')) is not true then
    perform cogo.refuse_argument('scope', 'it must be lane, type or tenant');
  end if;

  insert into cogo.limits as known (scope, name, tenant_id, paused, reason, changed_at)
  values (set_paused.scope, set_paused.name, set_paused.tenant_id, set_paused.paused, set_paused.reason, cogo.now_())
  on conflict (scope, name, tenant_id) do update set
    paused = excluded.paused, reason = coalesce(excluded.reason, known.reason), changed_at = excluded.changed_at
  returning * into kept;
  if not kept.paused then
    delete from cogo.limits as known
    where known.limit_id = kept.limit_id and known.max_running is null and known.rate_count is null;
    perform cogo.wake_limit(kept);
  end if;
  return kept.paused;
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the pause', sqlerrm);
    return null;
end;
$$;

comment on function cogo.set_paused(text, text, uuid, boolean, text) is
  'Pauses or resumes a lane, a type or a tenant. Jobs that run go on; no new one starts.';

revoke execute on function cogo.set_paused(text, text, uuid, boolean, text) from public;
grant execute on function cogo.set_paused(text, text, uuid, boolean, text) to service_role;

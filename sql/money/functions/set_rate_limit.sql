create function cogo.set_rate_limit(
  scope text, unit text, max_count bigint, per_seconds integer, tenant_id uuid, agent_id uuid, key_id uuid
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kept cogo.rate_limits;
begin
  insert into cogo.rate_limits as known (scope, tenant_id, agent_id, key_id, unit, max_count, per_seconds, changed_at)
  values (
    set_rate_limit.scope, set_rate_limit.tenant_id, set_rate_limit.agent_id, set_rate_limit.key_id, set_rate_limit.unit,
    set_rate_limit.max_count, set_rate_limit.per_seconds, cogo.now_()
  )
  on conflict (subject, unit) do update
  set max_count = excluded.max_count, per_seconds = excluded.per_seconds, changed_at = excluded.changed_at
  returning * into kept;
  return to_jsonb(kept) - 'subject';
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument('the limit', concat(
      'scope must be tenant, agent (agent_id only with tenant_id) or key (without a tenant), unit requests or tokens, ',
      'max_count 0 or more and at most ten million a second, per_seconds 1 to 86400'
    ));
    return null;
end;
$$;

comment on function cogo.set_rate_limit(text, text, bigint, integer, uuid, uuid, uuid) is
  'Sets a rate of a subject and unit; what was used of it stays used. Errors: bad_argument (400).';

revoke execute on function cogo.set_rate_limit(text, text, bigint, integer, uuid, uuid, uuid) from public;
grant execute on function cogo.set_rate_limit(text, text, bigint, integer, uuid, uuid, uuid) to service_role;

create function cogo.set_inbound_hook(
  name text, provider text, job_type text, event_types jsonb, tenant_id uuid, secret_env text, paused boolean, rotate boolean
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  owner uuid := coalesce(set_inbound_hook.tenant_id, cogo.default_tenant());
  named record;
  made cogo.inbound_hooks;
begin
  if jsonb_typeof(set_inbound_hook.event_types) <> 'object' then
    perform cogo.refuse_argument('event_types', 'it must be an object of events and the job types that they make');
  end if;
  for named in
    select entry.value #>> '{}' as type from jsonb_each(set_inbound_hook.event_types) as entry where entry.value <> 'null'
    union all select set_inbound_hook.job_type where set_inbound_hook.job_type is not null
  loop
    if (cogo.resolve_job_type(named.type)).type is null then
      perform cogo.refuse_argument('job_type', format('no settings rule %L', left(named.type, 100)));
    end if;
  end loop;
  insert into cogo.inbound_hooks as known (name, hook_id, tenant_id, provider, secret_env, job_type, event_types, paused, created_at)
  values (
    set_inbound_hook.name, cogo.uuid_v7(at, (cogo.random_() * 4611686018427387903)::bigint), owner, set_inbound_hook.provider,
    set_inbound_hook.secret_env, set_inbound_hook.job_type, set_inbound_hook.event_types, set_inbound_hook.paused, at
  )
  on conflict (name) do update set
    provider = excluded.provider, secret_env = excluded.secret_env, job_type = excluded.job_type, event_types = excluded.event_types,
    paused = excluded.paused, key_version = known.key_version + case when set_inbound_hook.rotate then 1 else 0 end
    where known.tenant_id = excluded.tenant_id
  returning * into made;
  if made.name is null then
    perform cogo.refuse_argument('name', 'another tenant has a hook of that name');
  end if;
  return to_jsonb(made);
exception
  when check_violation or not_null_violation or numeric_value_out_of_range then
    perform cogo.refuse_argument('the hook', sqlerrm);
    return null;
end;
$$;

comment on function cogo.set_inbound_hook(text, text, text, jsonb, uuid, text, boolean, boolean) is
  'Adds or changes an inbound hook; its tenant stays. Errors: bad_argument (400).';

revoke execute on function cogo.set_inbound_hook(text, text, text, jsonb, uuid, text, boolean, boolean) from public;
grant execute on function cogo.set_inbound_hook(text, text, text, jsonb, uuid, text, boolean, boolean) to service_role;

create function cogo.start_offboarding(tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant cogo.tenants;
begin
  if start_offboarding.tenant_id in (cogo.default_tenant(), cogo.notification_tenant()) is not false then
    perform cogo.refuse_argument('tenant_id', 'it must name a tenant; the operator''s own do not leave');
  end if;
  -- Who is only named in tokens gets a row: it holds the refusal of those.
  if not exists (select from cogo.tenants as known where known.tenant_id = start_offboarding.tenant_id)
    and cogo.has_tenant_rows(start_offboarding.tenant_id)
  then
    perform cogo.create_tenant('named in tokens only', start_offboarding.tenant_id, '{}');
  end if;
  tenant := cogo.own_tenant(start_offboarding.tenant_id);
  if not exists (select from cogo.offboardings as leaving where leaving.tenant_id = tenant.tenant_id) then
    if tenant.state <> 'leaving' then
      perform cogo.set_tenant_state(tenant.tenant_id, 'leaving');
    end if;
    insert into cogo.offboardings (tenant_id, started_at, erasable_at, salt, nobody, ids)
    values (
      tenant.tenant_id, at, at + interval '16 minutes', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
      gen_random_uuid(), cogo.tenant_ids(tenant.tenant_id)
    );
    -- Before any job is ended: what would start the next one.
    perform cogo.still_tenant(tenant.tenant_id);
  else
    perform cogo.end_tenant_work(tenant.tenant_id);
  end if;
  return cogo.get_offboarding(tenant.tenant_id, false);
end;
$$;

comment on function cogo.start_offboarding(uuid) is
  'Lets a tenant leave: its tokens are refused from the next call on, what starts by itself is stilled. Called again, it ends more of the open work; the clock does so too. Answers as get_offboarding.';

revoke execute on function cogo.start_offboarding(uuid) from public;
grant execute on function cogo.start_offboarding(uuid) to service_role;

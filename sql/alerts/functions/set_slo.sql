create function cogo.set_slo(name text, settings jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  slo cogo.slos;
  rules_follow boolean;
  problem text;
begin
  if jsonb_typeof(set_slo.settings) is distinct from 'object' then
    perform cogo.refuse_argument('settings', 'it must be an object');
  end if;
  select format('there is no setting %s', given.key) into problem
  from jsonb_object_keys(set_slo.settings) as given (key)
  where given.key not in (
    'kind', 'title', 'enabled', 'objective', 'threshold_ms', 'warning_at', 'critical_at', 'window_days', 'tenant_id', 'executor', 'rules',
    'min_events', 'min_bad', 'for_seconds', 'clear_seconds', 'remind_seconds', 'runbook'
  ) limit 1;
  perform cogo.refuse_argument('settings', problem) where problem is not null;

  -- A round may not be judging it meanwhile.
  insert into cogo.alert_rounds default values on conflict do nothing;
  perform from cogo.alert_rounds for update;
  select * into slo from cogo.slos as known where known.name = set_slo.name;
  rules_follow := not found or slo.rules = cogo.burn_rules(slo.objective);
  if slo.name is null then
    slo := jsonb_populate_record(null::cogo.slos, jsonb_build_object(
      'name', set_slo.name, 'title', set_slo.name, 'enabled', true, 'window_days', 30, 'rules', '[]'::jsonb, 'min_events', 10, 'min_bad', 3,
      'for_seconds', 0, 'clear_seconds', 300, 'remind_seconds', 14400,
      'runbook', coalesce(
        (select min(known.name) from cogo.default_slos() as known where known.kind = set_slo.settings ->> 'kind'),
        case set_slo.settings ->> 'kind' when 'http_latency' then 'availability' else 'wait_p95' end
      )
    ));
  end if;
  slo := jsonb_populate_record(slo, set_slo.settings);
  slo.scope := case when slo.tenant_id is not null then 'tenant' when slo.executor is not null then 'executor' else 'all' end;
  slo.changed_at := cogo.now_();
  slo.problem := null;
  if rules_follow and not set_slo.settings ? 'rules' then
    slo.rules := case when slo.objective > 0 and slo.objective < 1 then cogo.burn_rules(slo.objective) else '[]' end;
  end if;
  problem := cogo.slo_problem(slo);
  perform cogo.refuse_argument(split_part(problem, ': ', 1), substr(problem, strpos(problem, ': ') + 2)) where problem is not null;

  delete from cogo.slos as old where old.name = set_slo.name and old.kind <> slo.kind;
  insert into cogo.slos as known select slo.*
  on conflict (name) do update set
    title = excluded.title, enabled = excluded.enabled, objective = excluded.objective, threshold_ms = excluded.threshold_ms,
    warning_at = excluded.warning_at, critical_at = excluded.critical_at, window_days = excluded.window_days, scope = excluded.scope,
    tenant_id = excluded.tenant_id, executor = excluded.executor, rules = excluded.rules, min_events = excluded.min_events,
    min_bad = excluded.min_bad, for_seconds = excluded.for_seconds, clear_seconds = excluded.clear_seconds,
    remind_seconds = excluded.remind_seconds, runbook = excluded.runbook, problem = null, changed_at = excluded.changed_at;
  delete from cogo.slo_burns as counted where counted.slo = slo.name;
  return cogo.slo_document(slo, cogo.now_());
exception
  when check_violation or not_null_violation then
    get stacked diagnostics problem = constraint_name;
    perform cogo.refuse_argument('settings', coalesce(nullif(replace(problem, '_', ' '), ''), 'a setting that must be there is null'));
    return null;
  when data_exception or datatype_mismatch then
    perform cogo.refuse_argument('settings', sqlerrm);
    return null;
end;
$$;

comment on function cogo.set_slo(text, jsonb) is
  'Makes an SLO or changes the given settings of one; a null takes a setting away. Rules follow a new objective unless they were set by hand. Errors: bad_argument (400).';

revoke execute on function cogo.set_slo(text, jsonb) from public;
grant execute on function cogo.set_slo(text, jsonb) to service_role;

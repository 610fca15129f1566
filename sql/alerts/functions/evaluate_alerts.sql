create function cogo.evaluate_alerts()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  state cogo.alert_rounds;
  began constant timestamptz := clock_timestamp();
  at constant timestamptz := cogo.now_();
  answer jsonb;
begin
  insert into cogo.alert_rounds default values on conflict do nothing;
  -- Two rounds at once would tell the same; the second leaves it to the first.
  select * into state from cogo.alert_rounds for update skip locked;
  if not found then
    return '{"busy": true}'::jsonb;
  end if;
  perform cogo.mend_alert_times(state.evaluated_at, at);
  if exists (select from cogo.slos as slo where slo.kind = 'audit' and slo.enabled) then
    perform cogo.walk_audit(200);
  end if;
  answer := jsonb_build_object(
    'round', state.round + 1,
    'judged', cogo.judge_slos(at, state.round + 1),
    'silences_ended', cogo.end_silences(at),
    'told', cogo.tell_alerts(at),
    'handed_over', cogo.hand_over_notices(at),
    'forgotten', cogo.forget_alerts(at)
  );
  update cogo.alert_rounds as kept
  set round = state.round + 1, evaluated_at = at, took_ms = extract(epoch from clock_timestamp() - began) * 1000;
  return answer;
end;
$$;

comment on function cogo.evaluate_alerts() is
  'One round: judges every SLO, moves its alerts, ends silences, tells operators what changed and hands it to cogo.notify. Runs every 15 seconds; any number may run at once.';

revoke execute on function cogo.evaluate_alerts() from public;
grant execute on function cogo.evaluate_alerts() to service_role;

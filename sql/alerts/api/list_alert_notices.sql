create function api.list_alert_notices(row_limit integer default 100)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.list_alert_notices(list_alert_notices.row_limit);
end;
$$;

comment on function api.list_alert_notices(integer) is
  'What operators were told of alerts, the newest first: [{slo, subject, episode, what, severity, message, made_at, handed_at, job_ids, tries, error}]. For operators. Errors: bad_argument (400).';

revoke execute on function api.list_alert_notices(integer) from public;
grant execute on function api.list_alert_notices(integer) to service_role;

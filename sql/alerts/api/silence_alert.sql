create function api.silence_alert(slo text, until timestamptz, reason text, by text, subject text default null)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.silence_alert(silence_alert.slo, silence_alert.until, silence_alert.reason, silence_alert.by, silence_alert.subject);
end;
$$;

comment on function api.silence_alert(text, timestamptz, text, text, text) is
  'Lets nobody be told of an SLOs alerts (slo *: of any), or of one subjects, until a time in the next 90 days; its end is told. Answers {silence_id, slo, subject, until, reason, by, is_active}. For operators. Errors: bad_argument (400).';

revoke execute on function api.silence_alert(text, timestamptz, text, text, text) from public;
grant execute on function api.silence_alert(text, timestamptz, text, text, text) to service_role;

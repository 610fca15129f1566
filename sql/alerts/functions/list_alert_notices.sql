create function cogo.list_alert_notices(row_limit integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  if (list_alert_notices.row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'notice_id', told.notice_id, 'slo', told.slo, 'subject', told.subject, 'episode', told.episode, 'what', told.what,
      'severity', told.severity, 'message', told.message, 'made_at', told.made_at, 'handed_at', told.handed_at, 'job_ids', told.job_ids,
      'tries', told.tries, 'next_try_at', told.next_try_at, 'error', told.error
    ) order by told.notice_id desc), '[]')
    from (select known.* from cogo.alert_notices as known order by known.notice_id desc limit list_alert_notices.row_limit) as told
  );
end;
$$;

comment on function cogo.list_alert_notices(integer) is
  'What operators were told, the newest first, and what became of it. Errors: bad_argument (400).';

revoke execute on function cogo.list_alert_notices(integer) from public;
grant execute on function cogo.list_alert_notices(integer) to service_role;

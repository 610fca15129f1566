create function cogo.level_webhooks(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  select count(*) into value from cogo.subscriptions as known where known.pause_reason in ('failing', 'gone');
  subject := '';
  labels := '{}';
  says := format('%s webhooks are paused because their receiver fails or is gone', value);
  return next;
end;
$$;

comment on function cogo.level_webhooks(cogo.slos, timestamptz) is
  'How many subscriptions were paused because their receiver failed or is gone.';

revoke execute on function cogo.level_webhooks(cogo.slos, timestamptz) from public;

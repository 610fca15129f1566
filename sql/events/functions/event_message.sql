create function cogo.event_message(event_id bigint, job_id bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  told jsonb;
begin
  if event_message.job_id is null then
    select cogo.message_envelope(message) into told from cogo.messages as message where message.id = event_message.event_id;
  else
    select to_jsonb(envelope) into told
    from cogo.events as event, cogo.jobs as job, lateral cogo.event_envelope(event, job) as envelope
    where event.id = event_message.event_id and job.id = event_message.job_id;
  end if;
  return told;
end;
$$;

comment on function cogo.event_message(bigint, bigint) is
  'The envelope of one published message, or of what one job did in an event.';

revoke execute on function cogo.event_message(bigint, bigint) from public;

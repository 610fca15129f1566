create function cogo.verify_events()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a cursor stays below the settled number', format('%s have read further', count(*)), jsonb_agg(reader.name)
  from cogo.subscriptions as reader
  where reader.position_id > greatest(reader.start_id, (select max(horizon.settled_id) from cogo.event_horizon as horizon), 0)
  having count(*) > 0
  union all
  select 'a batch in hand is under the newest fence', format('%s are under an old one', count(*)), jsonb_agg(reader.name)
  from cogo.subscriptions as reader
  where reader.batch is not null and reader.acked_fence >= reader.fence
  having count(*) > 0
  union all
  select 'a message is retried or still to be read', format('%s are both', count(*)), jsonb_agg(retry.message_id)
  from cogo.redeliveries as retry
  join cogo.subscriptions as reader on reader.id = retry.subscription_id
  cross join lateral cogo.message_place(retry.message_id) as place
  where (place.event_id, place.ordinal) > (reader.position_id, reader.position_ordinal)
  having count(*) > 0
  union all
  select 'a message is retried or dead', format('%s are both', count(*)), jsonb_agg(retry.message_id)
  from cogo.redeliveries as retry
  join cogo.subscription_dead_letters as letter
    on letter.subscription_id = retry.subscription_id and letter.message_id = retry.message_id
  having count(*) > 0
  union all
  select 'a retried or dead message has its subscription', format('%s have none', count(*)), jsonb_agg(kept.message_id)
  from (
    select retry.subscription_id, retry.message_id from cogo.redeliveries as retry
    union all select letter.subscription_id, letter.message_id from cogo.subscription_dead_letters as letter
  ) as kept
  where not exists (select from cogo.subscriptions as reader where reader.id = kept.subscription_id)
  having count(*) > 0
  union all
  select 'a number is an event or a message', format('%s are both', count(*)), jsonb_agg(message.id)
  from cogo.messages as message
  where exists (select from cogo.events as event where event.id = message.id)
  having count(*) > 0
  union all
  select 'a settled number stays below the newest', format('%s lies above', max(horizon.settled_id)), jsonb_agg(horizon.settled_id)
  from cogo.event_horizon as horizon
  where horizon.settled_id > coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0)
  having count(*) > 0
  union all
  select 'a request that timed out does not stay open', format('%s do', count(*)), jsonb_agg(asked.job_id)
  from cogo.requests as asked
  where asked.timed_out_at is not null
    and not exists (select from cogo.attempts as final where final.job_id = asked.job_id and final.final)
    and not exists (select from cogo.cancels as wish where wish.job_id = asked.job_id and wish.hard)
    and exists (select from cogo.jobs as job where job.id = asked.job_id)
  having count(*) > 0
  union all
  select 'a request ends no later than its cause', format('%s do', count(*)), jsonb_agg(asked.job_id)
  from cogo.requests as asked
  join cogo.jobs as job on job.id = asked.job_id
  join cogo.requests as first on first.job_id = cogo.uuid_number(job.cause)
  join cogo.jobs as cause on cause.id = first.job_id
    and cogo.uuid_v7(cause.created_at, cause.id) = job.cause and cause.tenant_id = job.tenant_id
  where asked.expires_at > first.expires_at
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_events() is
  'The part of cogo.verify about subscriptions, published messages and requests.';

revoke execute on function cogo.verify_events() from public;

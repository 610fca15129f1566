create function cogo.verify_notifications()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a notification still to be sent has its message', format('%s have none', count(*)), jsonb_agg(job.id)
  from cogo.jobs as job
  where job.type = 'notify.send' and job.created_at > cogo.now_() - interval '59 days'
    and not exists (select from cogo.notifications as told where told.id = (job.payload ->> 'notification_id')::bigint)
    and not exists (select from cogo.attempts as final where final.job_id = job.id and final.final)
  having count(*) > 0
  union all
  select 'a channel names a variable, not a secret', format('%s do not', count(*)), jsonb_agg(channel.name)
  from cogo.notification_channels as channel
  where cogo.channel_problem(channel.kind, channel.settings) is not null
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_notifications() is 'The part of cogo.verify about notifications and their channels.';

revoke execute on function cogo.verify_notifications() from public;

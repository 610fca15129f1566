create function cogo.tell_callbacks(settled bigint, at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  from_id bigint;
  to_id bigint := tell_callbacks.settled;
  told integer := 0;
begin
  select place.read_id into from_id from cogo.ingress_cursor as place;
  if not found then
    insert into cogo.ingress_cursor (read_id)
    select case when exists (select from cogo.ingress_callbacks) then 0 else to_id end
    on conflict do nothing;
    return 0;
  elsif from_id >= to_id or (to_id - from_id < 1000 and not exists (select from cogo.ingress_callbacks)) then
    return 0; -- nobody waits: a round writes nothing, and now and then the place
  end if;
  select place.read_id into from_id from cogo.ingress_cursor as place for update skip locked;
  if not found or from_id >= to_id then
    return 0;
  end if;
  -- Whoever ended up to there began before: what they ask for is seen by this look.
  if exists (select from cogo.ingress_callbacks) then
    to_id := least(to_id, from_id + 5000);
    -- The transaction's number before the messages' numbers: cogo.settled_events relies on it.
    perform pg_current_xact_id();
    with ended as (
      select asked.job_id, asked.tenant_id, asked.receiver, final.outcome, final.result, final.error, final.finished_at,
        job.type, job.created_at, job.correlation_id, job.traceparent, cogo.uuid_v7(job.created_at, job.id) as id
      from (
        select distinct unnest(event.job_ids) as job_id from cogo.events as event
        where event.id > from_id and event.id <= to_id and event.type not in ('job_enqueued', 'job_claimed', 'job_started')
      ) as moved
      join cogo.ingress_callbacks as asked on asked.job_id = moved.job_id
      join cogo.jobs as job on job.id = asked.job_id
      join cogo.attempts as final on final.job_id = asked.job_id and final.final
      order by final.finished_at, asked.job_id
    ),
    published as (
      insert into cogo.messages (id, ts, tenant_id, agent, type, role, correlation_id, cause, traceparent, payload)
      select nextval('cogo.events_id_seq'), tell_callbacks.at, ended.tenant_id, ended.receiver, 'ingress.job_' || ended.outcome, 'system',
        coalesce(ended.correlation_id, ended.id), ended.id, ended.traceparent,
        jsonb_strip_nulls(jsonb_build_object(
          'job_id', ended.id, 'type', ended.type, 'state', ended.outcome, 'created_at', ended.created_at,
          'finished_at', ended.finished_at, 'error', case when ended.outcome <> 'succeeded' then ended.error end
        )) || case
          when octet_length(ended.result::text) <= 65536 then jsonb_build_object('result', ended.result) else '{}'
        end
      from ended
    ),
    done as (
      delete from cogo.ingress_callbacks as asked using ended where asked.job_id = ended.job_id returning 1
    )
    select count(*) into told from done;
  end if;
  update cogo.ingress_cursor as place set read_id = to_id;
  return told;
end;
$$;

comment on function cogo.tell_callbacks(bigint, timestamptz) is
  'Publishes the ends of jobs that a callback waits for, each once, in the order of the ends; at most 5000 events a round.';

revoke execute on function cogo.tell_callbacks(bigint, timestamptz) from public;

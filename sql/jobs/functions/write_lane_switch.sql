create function cogo.write_lane_switch()
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  pops text;
  pushes text;
begin
  select
    string_agg(format(
      $branch$
      when %1$s then
        if tenant is null then
          with gone as (
            delete from pgmq.%2$I where ctid = any (array(
              select queued.ctid from pgmq.%2$I as queued where queued.msg_id > floor_at
              order by queued.msg_id limit want for update skip locked
            )) returning msg_id, message
          )
          select array_agg((message ->> 'job_id')::bigint order by msg_id), array_agg(coalesce((message ->> 'attempt')::smallint, 1::smallint) order by msg_id)
          into job_ids, attempts from gone;
        else
          with gone as (
            delete from pgmq.%2$I where ctid = any (array(
              select queued.ctid from pgmq.%2$I as queued where queued.msg_id > floor_at and exists (
                select from cogo.jobs as job where job.id = (queued.message ->> 'job_id')::bigint and job.tenant_id = tenant
                  and (prefixes is null or job.type ^@ any (prefixes))
              )
              order by queued.msg_id limit want for update of queued skip locked
            )) returning msg_id, message
          )
          select array_agg((message ->> 'job_id')::bigint order by msg_id), array_agg(coalesce((message ->> 'attempt')::smallint, 1::smallint) order by msg_id)
          into job_ids, attempts from gone;
        end if;
      $branch$, lane.lane_id, 'q_' || lane.queue_name), '' order by lane.lane_id) filter (where lane.state <> 'closed'),
    string_agg(format(
      $branch$
      when %1$s then
        insert into pgmq.%2$I (vt, message)
        select at, case
          when item.attempt = 1 then jsonb_build_object('job_id', item.job_id)
          else jsonb_build_object('job_id', item.job_id, 'attempt', item.attempt)
        end
        from (select unnest(job_ids) as job_id, unnest(attempts) as attempt) as item;
      $branch$, lane.lane_id, 'q_' || leads.queue_name), '' order by lane.lane_id) filter (where leads.lane_id is not null)
  into pops, pushes
  from cogo.lanes as lane
  -- A lane that is not open any more leads to the one that took its place.
  left join cogo.lanes as leads on leads.lane_id = coalesce(lane.moved_to_lane_id, lane.lane_id) and leads.state <> 'closed';

  execute format(
    $text$
      create or replace function pgmq.cogo_pop(
        lane_id smallint, floor_at bigint, want integer, tenant uuid, out job_ids bigint[], out attempts smallint[]
      ) language plpgsql security definer
      set search_path = '' set plan_cache_mode = force_generic_plan set jit = off
      set enable_seqscan = off set enable_bitmapscan = off
      as $body$
        -- What the caller's token lets it claim: jobs:work:<prefix>. Asked only where its text may hold one (or hide it).
        declare prefixes text[] := case
          when tenant is not null and current_setting('request.jwt.claims', true) like any ('{%%jobs:work:%%,%%\\\\u%%}')
            then cogo.caller_limits('jobs:work')
        end;
        begin case lane_id %s else null; end case; end;
      $body$
    $text$, pops
  );
  execute format(
    $text$
      create or replace function pgmq.cogo_push(lane_id smallint, job_ids bigint[], attempts smallint[], at timestamptz)
      returns void language plpgsql security definer
      set search_path = '' set plan_cache_mode = force_generic_plan
      as $body$ begin case lane_id %s else perform cogo.refuse_lane(lane_id); end case; end; $body$
    $text$, pushes
  );
  revoke execute on function pgmq.cogo_pop(smallint, bigint, integer, uuid) from public;
  revoke execute on function pgmq.cogo_push(smallint, bigint[], smallint[], timestamptz) from public;
end;
$$;

comment on function cogo.write_lane_switch() is
  'Writes pgmq.cogo_pop and pgmq.cogo_push, which hold one statement per lane. Text built and planned at each call would cost more than the work (docs/adr/0002).';

revoke execute on function cogo.write_lane_switch() from public;

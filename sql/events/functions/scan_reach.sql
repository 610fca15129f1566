create function cogo.scan_reach(after_id bigint, settled bigint, wanted boolean, types text[], tenants uuid[])
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  events_end bigint;
  messages_end bigint;
begin
  if scan_reach.wanted then
    -- At most 5,000 events, and among those wanted at most 20,000 jobs; always one event, so that it goes on.
    select case when count(*) = 5000 or bool_or(near.jobs > 20000)
      then max(near.id) filter (where near.jobs <= 20000 or near.place = 1) end
    into events_end
    from (
      select event.id, row_number() over in_order as place, sum(case
        when scan_reach.types is null or event.type = any(scan_reach.types) then cardinality(event.job_ids) else 0
      end) over in_order as jobs
      from (
        select known.id, known.type, known.job_ids from cogo.events as known
        where known.id > scan_reach.after_id and known.id <= scan_reach.settled
        order by known.id
        limit 5000
      ) as event
      window in_order as (order by event.id rows unbounded preceding)
    ) as near;
  end if;

  if scan_reach.tenants is null then
    select message.id into messages_end from cogo.messages as message
    where message.id > scan_reach.after_id and message.id <= scan_reach.settled
    order by message.id offset 4999 limit 1;
  else
    select message.id into messages_end from cogo.messages as message
    where message.id > scan_reach.after_id and message.id <= scan_reach.settled
      and message.tenant_id = any(scan_reach.tenants)
    order by message.id offset 4999 limit 1;
  end if;
  return least(events_end, messages_end, scan_reach.settled);
end;
$$;

comment on function cogo.scan_reach(bigint, bigint, boolean, text[], uuid[]) is
  'How far one poll looks after a number, so that its cost is bounded however much nobody wants lies in between.';

revoke execute on function cogo.scan_reach(bigint, bigint, boolean, text[], uuid[]) from public;

create function cogo.erase_events(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  last_id bigint;
  looked integer;
  gone integer;
  masked integer;
begin
  select max(page.id), count(*) into last_id, looked
  from (
    select event.id from cogo.events as event
    where event.id > coalesce((leaving.after ->> 'id')::bigint, 0) order by event.id limit erase_events.row_limit
  ) as page;
  next := case when looked = erase_events.row_limit then jsonb_build_object('id', last_id) end;
  delete from cogo.events as event
  where event.id > coalesce((leaving.after ->> 'id')::bigint, 0) and event.id <= last_id and event.tenant_id = leaving.tenant_id;
  get diagnostics gone = row_count;
  -- What a call did to jobs of several tenants: a number whose job is gone becomes 0, so the others keep their places.
  update cogo.events as event
  set job_ids = array(
    select case when exists (select from cogo.jobs as job where job.id = named.id) then named.id else 0 end
    from unnest(event.job_ids) with ordinality as named (id, ordinal) order by named.ordinal
  )
  where event.id > coalesce((leaving.after ->> 'id')::bigint, 0) and event.id <= last_id and event.tenant_id is null
    and exists (
      select from unnest(event.job_ids) as named (id)
      where named.id <> 0 and not exists (select from cogo.jobs as job where job.id = named.id)
    );
  get diagnostics masked = row_count;
  counts := jsonb_build_object('events', gone + masked);
  is_met := gone > 0;
end;
$$;

comment on function cogo.erase_events(cogo.offboardings, integer) is
  'Erases events, after the jobs that they tell of. Answers as erase_part.';

revoke execute on function cogo.erase_events(cogo.offboardings, integer) from public;

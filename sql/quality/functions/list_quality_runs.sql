create function cogo.list_quality_runs(only_target text, only_iso_week text, before_run_id uuid, row_limit integer)
returns table (
  run_id uuid, tenant_id uuid, kind text, iso_week text, target text, run_number integer, verdict text,
  gates jsonb, created_at timestamptz, started_at timestamptz, finished_at timestamptz, next_before_run_id uuid
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  size integer := least(greatest(coalesce(list_quality_runs.row_limit, 50), 1), 500);
begin
  return query
  with page as (
    select run.*, row_number() over (order by run.created_at desc, run.id desc) as place
    from cogo.quality_runs as run
    where (tenant is null or run.tenant_id = tenant)
      and (list_quality_runs.only_target is null or run.target = list_quality_runs.only_target)
      and (list_quality_runs.only_iso_week is null or run.iso_week = list_quality_runs.only_iso_week)
      and (list_quality_runs.before_run_id is null or (run.created_at, run.id) < (
        select last_seen.created_at, last_seen.id from cogo.quality_runs as last_seen
        where last_seen.id = list_quality_runs.before_run_id
          and (tenant is null or last_seen.tenant_id = tenant)
      ))
    order by run.created_at desc, run.id desc
    limit size + 1
  )
  select page.id, page.tenant_id, page.kind, page.iso_week, page.target, page.run_number, page.verdict,
    (select coalesce(jsonb_object_agg(result.gate, result.verdict), '{}')
      from cogo.gate_results as result where result.run_id = page.id),
    page.created_at, page.started_at, page.finished_at,
    case when (select count(*) from page) > size then (select last.id from page as last where last.place = size) end
  from page
  where page.place <= size
  order by page.place;
end;
$$;

comment on function cogo.list_quality_runs(text, text, uuid, integer) is
  'Runs, newest first, 1 to 500 a page; next_before_run_id opens the next page and is null on the last.';

revoke execute on function cogo.list_quality_runs(text, text, uuid, integer) from public;
grant execute on function cogo.list_quality_runs(text, text, uuid, integer) to authenticated, service_role;

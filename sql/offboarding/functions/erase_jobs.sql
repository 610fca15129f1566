create function cogo.erase_jobs(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  page record;
  late record := cogo.open_jobs_of(leaving.tenant_id, coalesce((leaving.after ->> 'id')::bigint, 0), erase_jobs.row_limit);
  gone bigint[];
  before record;
  after record;
begin
  if late.ids is not null then
    -- Enqueued since its work had ended: ended as before, and met again.
    perform cogo.cancel_jobs(late.ids, true, 'The tenant is leaving.');
  end if;
  select array_agg(looked.id order by looked.id) filter (where looked.tenant_id = leaving.tenant_id) as ids,
    case when count(*) = erase_jobs.row_limit then max(looked.id) end as last_id
  into page
  from (
    select job.id, job.tenant_id from cogo.jobs as job
    where job.id > coalesce((leaving.after ->> 'id')::bigint, 0) order by job.id limit erase_jobs.row_limit
  ) as looked;
  is_met := page.ids is not null;
  next := case when page.last_id is not null then jsonb_build_object('id', page.last_id) end;
  if is_met then
    before := cogo.count_job_rows(page.ids);
    perform cogo.drop_jobs(array(
      select given.id from unnest(page.ids) as given (id)
      where exists (select from cogo.attempts as final where final.job_id = given.id and final.final)
    ), cogo.now_());
    gone := array(
      select given.id from unnest(page.ids) as given (id) where not exists (select from cogo.jobs as job where job.id = given.id)
    );
    after := cogo.count_job_rows(page.ids);
    counts := cogo.erase_with('jobs', gone::text[]) || jsonb_build_object(
      'jobs', cardinality(gone), 'attempts', before.attempts - after.attempts, 'dead_letters', before.letters - after.letters
    );
  end if;
end;
$$;

comment on function cogo.erase_jobs(cogo.offboardings, integer) is
  'Erases closed jobs as retention does (cogo.drop_jobs), whatever their age, and what retention leaves to its time. Answers as erase_part.';

revoke execute on function cogo.erase_jobs(cogo.offboardings, integer) from public;

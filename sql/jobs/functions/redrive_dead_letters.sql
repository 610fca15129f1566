create function cogo.redrive_dead_letters(job_ids bigint[])
returns table (dead_job_id bigint, job_id bigint, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  dead bigint[];
begin
  if redrive_dead_letters.job_ids is null or cardinality(redrive_dead_letters.job_ids) > 1000 then
    perform cogo.refuse_argument('job_ids', 'it must be an array of at most 1000 numbers');
  end if;

  dead := array(
    select letter.job_id from cogo.dead_letters as letter
    where letter.job_id = any(redrive_dead_letters.job_ids) and letter.redriven_job_id is null
      and letter.discarded_at is null and (tenant is null or letter.tenant_id = tenant)
    order by letter.job_id
    for update of letter
  );
  if exists (select from cogo.workflows) then
    dead := cogo.redrivable(dead);
  end if;
  if cardinality(dead) > 0 then
    perform cogo.redrive_jobs(dead, null, null, tenant, at);
  end if;

  return query
  select
    given.job_id,
    letter.redriven_job_id,
    case
      when letter.job_id is null then 'not_found'
      when given.job_id = any(dead) then 'redriven'
      when letter.discarded_at is not null then 'discarded'
      when letter.redriven_job_id is null then 'workflow_moved_on'
      else 'already_redriven'
    end
  from unnest(redrive_dead_letters.job_ids) with ordinality as given (job_id, ordinal)
  left join cogo.dead_letters as letter
    on letter.job_id = given.job_id and (tenant is null or letter.tenant_id = tenant)
  order by given.ordinal;
end;
$$;

comment on function cogo.redrive_dead_letters(bigint[]) is
  'Makes a new job of each dead letter, caused by the dead one, which stays as it was. A repeat answers with the first new job.';

revoke execute on function cogo.redrive_dead_letters(bigint[]) from public;
grant execute on function cogo.redrive_dead_letters(bigint[]) to authenticated, service_role;

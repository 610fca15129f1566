create function cogo.redrive_matching(filter jsonb, max_jobs integer, per_minute double precision)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  wanted record;
  dead bigint[];
  new_ids bigint[] := '{}'::bigint[];
  part integer := 0;
begin
  wanted := cogo.letter_filter(redrive_matching.filter, tenant);
  if redrive_matching.max_jobs is null or redrive_matching.max_jobs not between 1 and 10000 then
    perform cogo.refuse_argument('max_jobs', 'it must be 1 to 10000');
  end if;
  if (redrive_matching.per_minute between 0.01 and 1000000) is false then
    perform cogo.refuse_argument('per_minute', 'it must be 0.01 to 1000000');
  end if;

  if wanted.tenant_id is null then
    dead := array(
      select letter.job_id
      from cogo.dead_letters as letter
      where letter.redriven_job_id is null and letter.discarded_at is null
        and (wanted.stage is null or letter.stage = wanted.stage)
        and (wanted.reason is null or letter.reason = wanted.reason)
        and (wanted.since is null or letter.dead_at >= wanted.since)
        and (wanted.until is null or letter.dead_at < wanted.until)
        and (wanted.type_prefix is null or exists (
          select from cogo.jobs as job where job.id = letter.job_id and starts_with(job.type, wanted.type_prefix)
        ))
      order by letter.dead_at, letter.job_id
      limit redrive_matching.max_jobs
      for update skip locked
    );
  else
    dead := array( -- in the order that only the tenant's own index has
      select letter.job_id
      from cogo.dead_letters as letter
      where letter.redriven_job_id is null and letter.discarded_at is null
        and letter.tenant_id between wanted.tenant_id and wanted.tenant_id
        and (wanted.stage is null or letter.stage = wanted.stage)
        and (wanted.reason is null or letter.reason = wanted.reason)
        and (wanted.since is null or letter.dead_at >= wanted.since)
        and (wanted.until is null or letter.dead_at < wanted.until)
        and (wanted.type_prefix is null or exists (
          select from cogo.jobs as job where job.id = letter.job_id and starts_with(job.type, wanted.type_prefix)
        ))
      order by letter.tenant_id desc, letter.dead_at, letter.job_id
      limit redrive_matching.max_jobs
      for update skip locked
    );
  end if;

  while part < cardinality(dead) loop
    new_ids := new_ids || cogo.redrive_jobs(
      dead[part + 1 : part + 1000], null,
      array(
        select at + make_interval(secs => coalesce(nth * 60 / redrive_matching.per_minute, 0))
        from generate_series(part, least(part + 1000, cardinality(dead)) - 1) as nth
      ),
      tenant, at
    );
    part := part + 1000;
  end loop;
  return jsonb_build_object(
    'redriven', cardinality(dead),
    'job_ids', to_jsonb(new_ids),
    'last_run_at', case when cardinality(dead) > 0 then at + make_interval(secs => coalesce((cardinality(dead) - 1) * 60 / redrive_matching.per_minute, 0)) end,
    'more', cardinality(dead) = redrive_matching.max_jobs
  );
end;
$$;

comment on function cogo.redrive_matching(jsonb, integer, double precision) is
  'Redrives the oldest undecided dead letters that match, spread over time when a rate is given: the later ones wait for their turn. Errors: bad_argument (400).';

revoke execute on function cogo.redrive_matching(jsonb, integer, double precision) from public;
grant execute on function cogo.redrive_matching(jsonb, integer, double precision) to authenticated, service_role;

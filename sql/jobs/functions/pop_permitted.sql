create function cogo.pop_permitted(
  executor text,
  want integer,
  tenant uuid,
  at timestamptz,
  worker text,
  out job_ids bigint[],
  out attempts smallint[],
  out key_hashes uuid[],
  out type_hashes uuid[],
  out tenant_hashes uuid[]
)
language plpgsql
security definer
set search_path = ''
as $$
declare
  found_jobs record;
  granted record;
  gate record;
  missing integer := pop_permitted.want;
  ask integer;
begin
  select
    exists (select from cogo.wake_notes) as notes,
    exists (select from cogo.parked where parked.woken_at is not null) as woken,
    not exists (select from cogo.limits where limits.scope in ('type', 'tenant')) as only_keys
  into gate;
  if gate.notes then
    perform cogo.read_wake_notes(pop_permitted.at);
  end if;

  for round in 0 .. 4 loop
    -- First what was parked and is woken, then the lanes. Where the head of a lane is full of jobs that have to park, more
    -- is taken at a time, or a claim of one would find nothing behind them for long; what is too much it parks awake.
    if round = 0 then
      continue when not (gate.woken or gate.notes);
      found_jobs := cogo.take_woken(pop_permitted.executor, missing, pop_permitted.tenant, pop_permitted.at);
      continue when found_jobs.job_ids is null;
      granted := cogo.grant_permits(
        found_jobs.job_ids, found_jobs.attempts, missing, found_jobs.hashes, found_jobs.paid_for, null, pop_permitted.at
      );
    else
      ask := case round when 1 then missing else greatest(missing, 50) end;
      found_jobs := cogo.pop_live(pop_permitted.executor, ask, pop_permitted.tenant, pop_permitted.at, pop_permitted.worker);
      exit when found_jobs.job_ids is null;
      -- Once keys are in use every claim comes here: jobs without one have nothing to ask.
      if gate.only_keys and cardinality(found_jobs.job_ids) <= missing and not exists (
        select from cogo.jobs as job where job.id = any(found_jobs.job_ids) and job.concurrency_key is not null
      ) then
        select
          found_jobs.job_ids as granted_ids, found_jobs.attempts as granted_attempts,
          none.hashes as key_hashes, none.hashes as type_hashes, none.hashes as tenant_hashes
        into granted
        from (select array_fill(null::uuid, array[cardinality(found_jobs.job_ids)]) as hashes) as none;
      else
        granted := cogo.grant_permits(
          found_jobs.job_ids, found_jobs.attempts, missing, null, null, key_hashes || type_hashes || tenant_hashes, pop_permitted.at
        );
      end if;
    end if;
    job_ids := job_ids || granted.granted_ids;
    attempts := attempts || granted.granted_attempts;
    key_hashes := key_hashes || granted.key_hashes;
    type_hashes := type_hashes || granted.type_hashes;
    tenant_hashes := tenant_hashes || granted.tenant_hashes;
    missing := pop_permitted.want - coalesce(cardinality(job_ids), 0);
    exit when missing <= 0 or (round > 0 and cardinality(found_jobs.job_ids) < ask);
  end loop;
end;
$$;

comment on function cogo.pop_permitted(text, integer, uuid, timestamptz, text) is
  'Ready jobs that their limits let run, with the limits whose permits they take.';

revoke execute on function cogo.pop_permitted(text, integer, uuid, timestamptz, text) from public;

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
  missing integer := pop_permitted.want;
  ask integer;
begin
  if exists (select from cogo.wake_notes) then
    perform cogo.read_wake_notes(pop_permitted.at);
  end if;

  for round in 0 .. 4 loop
    -- First what was parked and is woken, then the lanes. Where the head of a lane is full of jobs that have to park, more
    -- is taken at a time, or a claim of one would find nothing behind them for long; what is too much it parks awake.
    if round = 0 then
      continue when not exists (select from cogo.parked where parked.woken_at is not null);
      found_jobs := cogo.take_woken(pop_permitted.executor, missing, pop_permitted.tenant, pop_permitted.at);
      continue when found_jobs.job_ids is null;
      granted := cogo.grant_permits(
        found_jobs.job_ids, found_jobs.attempts, missing, found_jobs.hashes, found_jobs.paid_for, null, pop_permitted.at
      );
    else
      ask := case round when 1 then missing else greatest(missing, 50) end;
      found_jobs := cogo.pop_live(pop_permitted.executor, ask, pop_permitted.tenant, pop_permitted.at, pop_permitted.worker);
      exit when found_jobs.job_ids is null;
      granted := cogo.grant_permits(
        found_jobs.job_ids, found_jobs.attempts, missing, null, null, key_hashes || type_hashes || tenant_hashes, pop_permitted.at
      );
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

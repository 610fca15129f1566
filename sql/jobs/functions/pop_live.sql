create function cogo.pop_live(
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
  popped record;
  more record;
begin
  key_hashes := null;
  type_hashes := null;
  tenant_hashes := null;
  popped := cogo.pop_ready(pop_live.executor, pop_live.want, pop_live.tenant, pop_live.worker);
  if coalesce(cardinality(popped.job_ids), 0) < pop_live.want
    and exists (select from cogo.waiting where waiting.run_at <= pop_live.at)
    and cogo.promote_waiting(pop_live.at, 500) > 0
    and popped.job_ids is null
  then
    popped := cogo.pop_ready(pop_live.executor, pop_live.want, pop_live.tenant, pop_live.worker);
  end if;

  job_ids := popped.job_ids;
  attempts := popped.attempts;
  if not (exists (select from cogo.backlog) or exists (select from cogo.cancels)) then
    return;
  end if;
  if exists (select from cogo.backlog) and cogo.refill_lanes(
    pop_live.executor, popped.job_ids, pop_live.want - coalesce(cardinality(popped.job_ids), 0), pop_live.tenant, pop_live.at
  ) > 0 then
    more := cogo.pop_ready(pop_live.executor, pop_live.want - coalesce(cardinality(popped.job_ids), 0), pop_live.tenant, pop_live.worker);
    popped.job_ids := popped.job_ids || more.job_ids;
    popped.attempts := popped.attempts || more.attempts;
  end if;

  if popped.job_ids is not null and exists (select from cogo.cancels) then
    popped := cogo.drop_cancelled(popped.job_ids, popped.attempts, pop_live.at);
  end if;

  job_ids := popped.job_ids;
  attempts := popped.attempts;
end;
$$;

comment on function cogo.pop_live(text, integer, uuid, timestamptz, text) is
  'Ready jobs out of the lanes: brings in those whose time has come when the lanes are dry, and closes cancelled ones on the way. The hashes are null: no limit was asked (cogo.pop_permitted has the same shape).';

revoke execute on function cogo.pop_live(text, integer, uuid, timestamptz, text) from public;

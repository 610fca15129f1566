create function cogo.fold_leases(at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tail constant bigint := coalesce(pg_sequence_last_value('cogo.lease_renewals'::regclass), 0);
  known bigint;
  lost record;
begin
  insert into cogo.metric_horizon default values on conflict do nothing;
  select horizon.renewals into known from cogo.metric_horizon as horizon;
  if tail <> known then
    update cogo.metric_horizon set renewals = tail;
    -- A sequence that stands lower than before is of a restored database.
    if tail > known then
      perform cogo.count_calls('lease_renewals', '{}', tail - known);
      perform cogo.add_metrics(jsonb_build_array(jsonb_build_object(
        'name', 'leases', 'at', fold_leases.at, 'counts', jsonb_build_object('leases_renewed', tail - known)
      )));
    end if;
  end if;

  with taken as (
    delete from cogo.conflict_notes as note
    where note.note_id in (select oldest.note_id from cogo.conflict_notes as oldest order by oldest.note_id limit 20000)
    returning note.*
  )
  select sum(counted.jobs)::bigint as jobs, jsonb_agg(jsonb_build_object(
    'name', 'leases', 'tenant_id', counted.tenant_id, 'at', counted.at, 'counts', jsonb_build_object('claim_conflicts', counted.jobs)
  )) as deltas
  into lost
  from (
    select taken.tenant_id, date_trunc('minute', taken.at, 'UTC') as at, sum(taken.jobs) as jobs from taken group by 1, 2
  ) as counted;
  if lost.jobs > 0 then
    perform cogo.count_calls('claim_conflicts', '{}', lost.jobs);
    perform cogo.add_metrics(lost.deltas);
  end if;
end;
$$;

comment on function cogo.fold_leases(timestamptz) is
  'Adds renewed leases and refused claims to the history and to cogo.call_totals, at most 20,000 notes a round.';

revoke execute on function cogo.fold_leases(timestamptz) from public;

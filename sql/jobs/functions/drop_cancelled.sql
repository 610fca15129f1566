create function cogo.drop_cancelled(
  given_ids bigint[],
  given_attempts smallint[],
  at timestamptz,
  out job_ids bigint[],
  out attempts smallint[]
)
language plpgsql
security definer
set search_path = ''
as $$
begin
  job_ids := drop_cancelled.given_ids;
  attempts := drop_cancelled.given_attempts;
  if not exists (select from cogo.cancels where cancels.job_id = any(drop_cancelled.given_ids)) then
    return;
  end if;

  perform cogo.close_unheld(array_agg(item.job_id), array_agg(item.attempt), drop_cancelled.at)
  from unnest(drop_cancelled.given_ids, drop_cancelled.given_attempts) as item (job_id, attempt)
  join cogo.cancels on cancels.job_id = item.job_id;

  select array_agg(item.job_id order by item.ordinal), array_agg(item.attempt order by item.ordinal)
  into job_ids, attempts
  from unnest(drop_cancelled.given_ids, drop_cancelled.given_attempts) with ordinality as item (job_id, attempt, ordinal)
  where not exists (select from cogo.attempts as closed where closed.job_id = item.job_id and closed.final);
end;
$$;

comment on function cogo.drop_cancelled(bigint[], smallint[], timestamptz) is
  'Closes those of some jobs, just taken out of their place, that somebody wishes to cancel; answers the others.';

revoke execute on function cogo.drop_cancelled(bigint[], smallint[], timestamptz) from public;

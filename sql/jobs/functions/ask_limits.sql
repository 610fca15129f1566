create function cogo.ask_limits(
  job_ids bigint[],
  paid_for jsonb[],
  late_ids bigint[],
  out hashes uuid[],
  out scopes text[],
  out limits integer[],
  out paces interval[],
  out bursts interval[],
  out ask_ends integer[],
  out places integer[],
  out maxima integer[],
  out late boolean[],
  out paid boolean[],
  out key_hashes uuid[],
  out type_hashes uuid[],
  out tenant_hashes uuid[]
)
language plpgsql
security definer
set search_path = ''
as $$
begin
  with rule as materialized (
    select * from cogo.job_limits(ask_limits.job_ids)
  ),
  subject as materialized (
    select
      rule.hash, min(rule.scope) as scope, max(case when rule.paused then 0 else rule.max_running end) as max_running,
      max(rule.rate_seconds::double precision / rule.rate_count) as pace, max(rule.rate_count) as rate_count,
      row_number() over (order by rule.hash)::integer as place
    from rule group by rule.hash
  ),
  ask as materialized (
    select rule.*, subject.place, row_number() over (order by rule.ordinal, subject.place) as nth
    from rule join subject on subject.hash = rule.hash
  ),
  job as (
    select
      given.ordinal, (sum(count(ask.place)) over (order by given.ordinal))::integer as ask_end,
      (array_agg(ask.hash) filter (where ask.scope = 'key'))[1] as key_hash,
      (array_agg(ask.hash) filter (where ask.scope = 'type' and not ask.paused))[1] as type_hash,
      (array_agg(ask.hash) filter (where ask.scope = 'tenant'))[1] as tenant_hash
    from unnest(ask_limits.job_ids) with ordinality as given (job_id, ordinal)
    left join ask on ask.ordinal = given.ordinal
    group by given.ordinal
  )
  select job_side.*, limit_side.*, ask_side.*
  into ask_ends, key_hashes, type_hashes, tenant_hashes, hashes, scopes, limits, paces, bursts, places, maxima, late, paid
  from (
    select array_agg(job.ask_end order by job.ordinal), array_agg(job.key_hash order by job.ordinal),
      array_agg(job.type_hash order by job.ordinal), array_agg(job.tenant_hash order by job.ordinal)
    from job
  ) as job_side,
  (
    -- Where no number limits what runs, nothing need be counted: its scope is null.
    select array_agg(subject.hash order by subject.place),
      array_agg(case when subject.max_running > 0 then subject.scope end order by subject.place),
      array_agg(subject.max_running order by subject.place),
      array_agg(make_interval(secs => subject.pace) order by subject.place),
      array_agg(make_interval(secs => subject.pace * (subject.rate_count - 1)) order by subject.place)
    from subject
  ) as limit_side,
  (
    select array_agg(ask.place order by ask.nth), array_agg(case when ask.paused then 0 else ask.max_running end order by ask.nth),
      array_agg(ask.scope = 'key' and ask_limits.job_ids[ask.ordinal] = any(ask_limits.late_ids) order by ask.nth),
      array_agg(coalesce(ask_limits.paid_for[ask.ordinal] ? ask.hash::text, false) order by ask.nth)
    from ask
  ) as ask_side;
end;
$$;

comment on function cogo.ask_limits(bigint[], jsonb[], bigint[]) is
  'What cogo.judge_permits has to know, as arrays: the limits in the order of their hashes; the asks, a limit of a job each, job by job; and per job where its asks end and which permits it would hold.';

revoke execute on function cogo.ask_limits(bigint[], jsonb[], bigint[]) from public;

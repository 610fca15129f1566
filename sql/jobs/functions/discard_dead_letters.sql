create function cogo.discard_dead_letters(job_ids bigint[], reason text)
returns table (job_id bigint, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  discarded bigint[];
begin
  if discard_dead_letters.job_ids is null or cardinality(discard_dead_letters.job_ids) > 1000 then
    perform cogo.refuse_argument('job_ids', 'it must be an array of at most 1000 numbers');
  end if;
  if (length(trim(discard_dead_letters.reason)) > 0 and length(discard_dead_letters.reason) <= 1000) is not true then
    perform cogo.refuse_argument('reason', 'it must be a text of 1 to 1000 characters');
  end if;

  discarded := array(
    select letter.job_id from cogo.dead_letters as letter
    where letter.job_id = any(discard_dead_letters.job_ids) and letter.redriven_job_id is null
      and letter.discarded_at is null and (tenant is null or letter.tenant_id = tenant)
    order by letter.job_id
    for update
  );
  update cogo.dead_letters as letter
  set
    discarded_at = at,
    discarded_by = case when tenant is null then 'operator' else concat('agent ', coalesce(cogo.caller_agent()::text, 'without an id')) end,
    discard_reason = discard_dead_letters.reason
  where letter.job_id = any(discarded);
  if exists (select from cogo.step_jobs) then
    perform cogo.accept_follow_ups(discarded, at);
  end if;

  return query
  select
    given.job_id,
    case
      when letter.job_id is null then 'not_found'
      when given.job_id = any(discarded) then 'discarded'
      when letter.discarded_at is not null then 'already_discarded'
      else 'already_redriven'
    end
  from unnest(discard_dead_letters.job_ids) with ordinality as given (job_id, ordinal)
  left join cogo.dead_letters as letter on letter.job_id = given.job_id and (tenant is null or letter.tenant_id = tenant)
  order by given.ordinal;
end;
$$;

comment on function cogo.discard_dead_letters(bigint[], text) is
  'Decides that dead letters are not to be redriven: who, when and why stay with them. Final. A run that was stuck for one goes on as if it had been done. Errors: bad_argument (400).';

revoke execute on function cogo.discard_dead_letters(bigint[], text) from public;
grant execute on function cogo.discard_dead_letters(bigint[], text) to authenticated, service_role;

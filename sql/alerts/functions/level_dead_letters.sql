create function cogo.level_dead_letters(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  select count(*) into value
  from (
    select from cogo.dead_letters as letter
    where letter.redriven_job_id is null and letter.discarded_at is null
      and letter.dead_at > level_dead_letters.at - interval '1 hour' and letter.dead_at <= level_dead_letters.at
      and (slo.tenant_id is null or letter.tenant_id = slo.tenant_id)
    limit 10000
  ) as fresh;
  subject := '';
  labels := '{}';
  says := format('%s%s jobs became dead letters in the last hour and are not dealt with', case when value = 10000 then 'more than ' end, value);
  return next;
end;
$$;

comment on function cogo.level_dead_letters(cogo.slos, timestamptz) is
  'Open dead letters of the last hour, along their index, 10,000 at most.';

revoke execute on function cogo.level_dead_letters(cogo.slos, timestamptz) from public;

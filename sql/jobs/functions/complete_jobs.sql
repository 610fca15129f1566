create function cogo.complete_jobs(results jsonb)
returns table (job_id bigint, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  given record;
  has_large boolean;
begin
  has_large := cogo.check_holds('results', complete_jobs.results, array['job_id', 'fence', 'outcome', 'result']);
  select
    array_agg((item.value ->> 'job_id')::bigint order by item.ordinal) as job_ids,
    array_agg((item.value ->> 'fence')::bigint order by item.ordinal) as fences,
    array_agg(item.value -> 'result' order by item.ordinal) as results,
    max(case when has_large then cogo.json_bytes(item.value -> 'result') end) as largest
  into given
  from jsonb_array_elements(complete_jobs.results) with ordinality as item (value, ordinal);

  if given.largest > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot complete jobs: a result has %s bytes, the limit is 262144', given.largest),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the result.';
  end if;
  if given.job_ids is not null then
    return query select * from cogo.complete(given.job_ids, given.fences, given.results);
  end if;
end;
$$;

comment on function cogo.complete_jobs(jsonb) is
  'Ends holds as succeeded with their results. Each item is decided alone.';

revoke execute on function cogo.complete_jobs(jsonb) from public;
grant execute on function cogo.complete_jobs(jsonb) to authenticated, service_role;

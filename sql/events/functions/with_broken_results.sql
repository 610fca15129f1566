create function cogo.with_broken_results(settled jsonb, succeeded jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(
      case when broken.error is null then item.value else item.value || jsonb_build_object('error', broken.error) end
      order by item.ordinal
    ), '[]')
    from jsonb_array_elements(with_broken_results.settled) with ordinality as item (value, ordinal)
    left join lateral (
      select ended.error from jsonb_to_recordset(with_broken_results.succeeded) as given (job_id bigint, fence bigint)
      join cogo.attempts as ended on ended.job_id = given.job_id and ended.fence = given.fence
      where item.value ->> 'outcome' in ('retried', 'dead_lettered') and given.job_id = (item.value ->> 'job_id')::bigint
      limit 1
    ) as broken on true
  );
end;
$$;

comment on function cogo.with_broken_results(jsonb, jsonb) is
  'Adds to what became of a worker''s jobs why a result was not taken: where it breaks the type''s result_schema.';

revoke execute on function cogo.with_broken_results(jsonb, jsonb) from public;

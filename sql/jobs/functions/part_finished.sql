create function cogo.part_finished(finished jsonb, out succeeded jsonb, out failed jsonb, out released jsonb)
language plpgsql
set search_path = ''
as $$
declare
  wrong integer;
begin
  perform cogo.check_holds(
    'finished', part_finished.finished,
    array['job_id', 'fence', 'outcome', 'result', 'error', 'retry_in_seconds', 'delay_seconds']
  );
  select
    coalesce(jsonb_agg(item.value order by item.ordinal) filter (where item.value -> 'outcome' = '"succeeded"'), '[]'),
    coalesce(jsonb_agg(item.value order by item.ordinal) filter (where item.value -> 'outcome' = '"failed"'), '[]'),
    coalesce(jsonb_agg(item.value order by item.ordinal) filter (where item.value -> 'outcome' = '"released"'), '[]'),
    min(item.ordinal - 1) filter (where (item.value - array['job_id', 'fence', 'outcome'] - case item.value -> 'outcome'
      when '"succeeded"' then array['result']
      when '"failed"' then array['error', 'retry_in_seconds']
      when '"released"' then array['delay_seconds']
    end = '{}') is not true)
  into succeeded, failed, released, wrong
  from jsonb_array_elements(part_finished.finished) with ordinality as item (value, ordinal);
  if wrong is not null then
    perform cogo.refuse_argument(format('finished[%s]', wrong), 'outcome must be succeeded (with result), failed (with error, retry_in_seconds) or released (with delay_seconds)');
  end if;
end;
$$;

comment on function cogo.part_finished(jsonb) is 'Sorts what a worker finished by outcome. Errors: bad_argument (400).';

revoke execute on function cogo.part_finished(jsonb) from public;

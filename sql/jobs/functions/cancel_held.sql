create function cogo.cancel_held(job_ids bigint[], fences bigint[], at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  ended bigint[];
begin
  select array_agg(hold.job_id) into ended
  from cogo.end_holds(
    cancel_held.job_ids,
    cancel_held.fences,
    array_fill('cancelled'::text, array[cardinality(cancel_held.job_ids)]),
    (
      select array_agg(case when cancels.reason is not null then jsonb_build_object('message', cancels.reason) end order by item.ordinal)
      from unnest(cancel_held.job_ids) with ordinality as item (job_id, ordinal)
      left join cogo.cancels on cancels.job_id = item.job_id
    ),
    null,
    cancel_held.at
  ) as hold;
  if ended is null then
    return 0;
  end if;
  perform cogo.record_events(array['job_cancelled'], ended, cancel_held.at, null, null, null);
  perform cogo.after_close(ended, cancel_held.at);
  return cardinality(ended);
end;
$$;

comment on function cogo.cancel_held(bigint[], bigint[], timestamptz) is
  'Closes held jobs as cancelled under their fences; their worker learns of it as lease_lost. Answers how many.';

revoke execute on function cogo.cancel_held(bigint[], bigint[], timestamptz) from public;

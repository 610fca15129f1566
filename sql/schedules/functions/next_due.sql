create function cogo.next_due(schedule cogo.schedules, after timestamptz)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
begin
  return (select run_at from cogo.due_times(schedule, after, null, 1) as run_at);
end;
$$;

comment on function cogo.next_due(cogo.schedules, timestamptz) is 'The first due time of a schedule later than after; null when it is over.';

revoke execute on function cogo.next_due(cogo.schedules, timestamptz) from public;

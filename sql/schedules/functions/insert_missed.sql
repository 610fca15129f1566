create function cogo.insert_missed(schedule_id bigint, due timestamptz[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.schedule_runs (schedule_id, due_at, planned_at, settled_at, covers, covers_until, state, reason)
  values (
    insert_missed.schedule_id, due[1], due[1], insert_missed.at, cardinality(due),
    case when cardinality(due) > 1 then due[cardinality(due)] end, 'skipped', 'missed'
  )
  on conflict do nothing;
end;
$$;

comment on function cogo.insert_missed(bigint, timestamptz[], timestamptz) is
  'Notes due times in a row as missed, in one row however many they are.';

revoke execute on function cogo.insert_missed(bigint, timestamptz[], timestamptz) from public;

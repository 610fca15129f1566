create function cogo.read_wake_notes(at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  told record;
begin
  with gone as (
    delete from cogo.wake_notes where ctid = any (array(
      select note.ctid from cogo.wake_notes as note order by note.note_id limit 100 for update skip locked
    ))
    returning wake_notes.limit_hash, wake_notes.permits
  )
  select array_agg(item.limit_hash) as hashes, array_agg(item.permits) as permits into told
  from (select gone.limit_hash, sum(gone.permits)::integer as permits from gone group by gone.limit_hash) as item;
  if told.hashes is not null then
    perform cogo.wake_parked(told.hashes, told.permits, read_wake_notes.at);
  end if;
end;
$$;

comment on function cogo.read_wake_notes(timestamptz) is
  'Wakes the sleepers that wake_notes speak of.';

revoke execute on function cogo.read_wake_notes(timestamptz) from public;

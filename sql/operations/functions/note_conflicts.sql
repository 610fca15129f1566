create function cogo.note_conflicts(jobs integer)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if note_conflicts.jobs > 0 then
    insert into cogo.conflict_notes (at, tenant_id, jobs) values (cogo.now_(), cogo.caller_tenant(), note_conflicts.jobs);
  end if;
end;
$$;

comment on function cogo.note_conflicts(integer) is
  'Counts jobs that a caller did not hold any more. Appends a row, on the rare path that refuses; the next tick folds it.';

revoke execute on function cogo.note_conflicts(integer) from public;

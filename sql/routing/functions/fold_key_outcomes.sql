create function cogo.fold_key_outcomes(notes cogo.outcome_notes[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  insert into cogo.key_health as health (key_id, state, until, http_status, changed_at)
  select distinct on (note.key_id) note.key_id, refused.state, refused.until, note.http_status, note.at
  from unnest(fold_key_outcomes.notes) as note
  cross join lateral cogo.key_refusal(note.http_status, note.retry_after_ms, note.at) as refused
  where note.key_id is not null and refused.state is not null
  order by note.key_id, (refused.state = 'dead') desc, refused.until desc
  on conflict (key_id) do update
    set state = excluded.state, until = excluded.until, http_status = excluded.http_status, changed_at = excluded.changed_at
    where health.state <> 'dead' and (excluded.state = 'dead' or excluded.until > health.until);
end;
$$;

comment on function cogo.fold_key_outcomes(cogo.outcome_notes[]) is 'Keeps which keys were throttled or refused. A dead key stays dead.';

revoke execute on function cogo.fold_key_outcomes(cogo.outcome_notes[]) from public;

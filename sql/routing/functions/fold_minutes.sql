create function cogo.fold_minutes(notes cogo.outcome_notes[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  insert into cogo.provider_health_minutes as kept (model_id, minute, calls, errors, throttled, first_token_ms_sum, first_tokens)
  select note.model_id, date_trunc('minute', note.at, 'UTC'), count(*),
    count(*) filter (where cogo.outcome_kind(note.status, note.http_status) = 'failed'), count(*) filter (where note.http_status = 429),
    coalesce(sum(note.first_token_ms), 0), count(note.first_token_ms)
  from unnest(fold_minutes.notes) as note
  group by 1, 2
  on conflict (minute, model_id) do update set
    calls = kept.calls + excluded.calls, errors = kept.errors + excluded.errors, throttled = kept.throttled + excluded.throttled,
    first_token_ms_sum = kept.first_token_ms_sum + excluded.first_token_ms_sum, first_tokens = kept.first_tokens + excluded.first_tokens;
end;
$$;

comment on function cogo.fold_minutes(cogo.outcome_notes[]) is 'Adds outcomes to the minutes of their models.';

revoke execute on function cogo.fold_minutes(cogo.outcome_notes[]) from public;

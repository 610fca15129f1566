create function cogo.note_outcome(
  model_id bigint, key_id uuid, status text, http_status integer, retry_after_ms bigint,
  first_token_ms integer, tokens_per_second real, at timestamptz
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.outcome_notes (at, model_id, key_id, status, http_status, retry_after_ms, first_token_ms, tokens_per_second)
  values (
    note_outcome.at, note_outcome.model_id, note_outcome.key_id, note_outcome.status, note_outcome.http_status,
    note_outcome.retry_after_ms, note_outcome.first_token_ms, note_outcome.tokens_per_second
  );
end;
$$;

comment on function cogo.note_outcome(bigint, uuid, text, integer, bigint, integer, real, timestamptz) is
  'Tells health how an attempt ended. Appends a row; the next tick folds it.';

revoke execute on function cogo.note_outcome(bigint, uuid, text, integer, bigint, integer, real, timestamptz) from public;

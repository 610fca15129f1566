create function cogo.shut_keys(key_ids uuid[], at timestamptz)
returns table (key_id uuid, state text, until timestamptz)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select distinct on (known.key_id) known.*
  from (
    select health.key_id, health.state, health.until from cogo.key_health as health where health.key_id = any (shut_keys.key_ids)
    union all
    -- Not folded yet.
    select note.key_id, refused.state, refused.until
    from cogo.outcome_notes as note
    cross join lateral cogo.key_refusal(note.http_status, note.retry_after_ms, note.at) as refused
    where note.key_id = any (shut_keys.key_ids) and note.http_status in (401, 402, 403, 429)
  ) as known
  where known.state = 'dead' or known.until > shut_keys.at
  order by known.key_id, (known.state = 'dead') desc, known.until desc;
end;
$$;

comment on function cogo.shut_keys(uuid[], timestamptz) is 'Which of these keys may not be used now, and why.';

revoke execute on function cogo.shut_keys(uuid[], timestamptz) from public;

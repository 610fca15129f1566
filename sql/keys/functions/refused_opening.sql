create function cogo.refused_opening(reason text)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return cogo.refusal(
    'grant_refused', 403, 'Cannot open the key: ' || refused_opening.reason,
    'Ask router-select for a new decision; its grant opens the key of that moment.'
  );
end;
$$;

comment on function cogo.refused_opening(text) is
  'The answer to an opening that is refused: returned, not raised, so that its audit row stays.';

revoke execute on function cogo.refused_opening(text) from public;

create function cogo.refused_opening(reason text)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object('refused', jsonb_build_object(
    'code', 'PT403', 'status', 403, 'message', 'Cannot open the key: ' || refused_opening.reason,
    'details', 'grant_refused', 'hint', 'Ask router-select for a new decision; its grant opens the key of that moment.'
  ));
end;
$$;

comment on function cogo.refused_opening(text) is
  'The answer to an opening that is refused: returned, not raised, so that its audit row stays.';

revoke execute on function cogo.refused_opening(text) from public;

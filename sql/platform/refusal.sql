create function cogo.refusal(word text, status integer, message text, hint text, more jsonb default '{}')
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object('refused', jsonb_build_object(
    'code', 'PT' || refusal.status, 'status', refusal.status, 'message', refusal.message,
    'details', refusal.word, 'hint', refusal.hint
  ) || jsonb_strip_nulls(refusal.more));
end;
$$;

comment on function cogo.refusal(text, integer, text, text, jsonb) is
  'A refusal that is returned, since raising it would undo what must be kept. Edge functions answer it with that status.';

revoke execute on function cogo.refusal(text, integer, text, text, jsonb) from public;

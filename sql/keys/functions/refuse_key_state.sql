create function cogo.refuse_key_state(action text, problem text, hint text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise sqlstate 'PT409' using
    message = format('Cannot %s: %s', refuse_key_state.action, refuse_key_state.problem),
    detail = 'key_conflict',
    hint = refuse_key_state.hint;
end;
$$;

comment on function cogo.refuse_key_state(text, text, text) is 'Raises key_conflict (409).';

revoke execute on function cogo.refuse_key_state(text, text, text) from public;

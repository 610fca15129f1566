create function cogo.refuse_argument(field text, problem text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise sqlstate 'PT400' using
    message = format('Cannot accept %s: %s', refuse_argument.field, refuse_argument.problem),
    detail = 'bad_argument',
    hint = format('Correct %s and call again; nothing was changed.', refuse_argument.field);
end;
$$;

comment on function cogo.refuse_argument(text, text) is
  'Raises bad_argument (400) naming the field and what is wrong with it.';

revoke execute on function cogo.refuse_argument(text, text) from public;
grant execute on function cogo.refuse_argument(text, text) to authenticated, service_role;

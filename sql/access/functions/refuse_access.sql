create function cogo.refuse_access(problem text, next_step text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise sqlstate 'PT409' using
    message = format('Cannot change access: %s', refuse_access.problem), detail = 'access_conflict', hint = refuse_access.next_step;
end;
$$;

comment on function cogo.refuse_access(text, text) is
  'Raises access_conflict (409).';

revoke execute on function cogo.refuse_access(text, text) from public;

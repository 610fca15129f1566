create function cogo.raise_access_not_found(word text, what text, id text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise sqlstate 'PT404' using
    message = format('Cannot find %s %s', raise_access_not_found.what, coalesce(left(raise_access_not_found.id, 100), '(null)')),
    detail = raise_access_not_found.word,
    hint = 'Check the id; list_tenants, list_agents, get_agent and list_signing_keys show what there is.';
end;
$$;

comment on function cogo.raise_access_not_found(text, text, text) is
  'Raises one of the 404 words of access.';

revoke execute on function cogo.raise_access_not_found(text, text, text) from public;

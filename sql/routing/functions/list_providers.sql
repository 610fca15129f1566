create function cogo.list_providers()
returns setof cogo.llm_providers
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query select * from cogo.llm_providers as known order by known.provider;
end;
$$;

comment on function cogo.list_providers() is 'All providers.';

revoke execute on function cogo.list_providers() from public;
grant execute on function cogo.list_providers() to service_role;

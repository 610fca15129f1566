create function cogo.check_agent(name text, scopes text[], type_prefixes text[], project text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if (length(check_agent.name) between 1 and 200) is not true then
    perform cogo.refuse_argument('name', 'it must have 1 to 200 characters');
  elsif cogo.scope_problem(check_agent.scopes) is not null then
    perform cogo.refuse_argument('scopes', cogo.scope_problem(check_agent.scopes));
  elsif check_agent.type_prefixes is null or array_ndims(check_agent.type_prefixes) > 1 or cogo.scope_problem(array(
    select concat('jobs:work:', prefix) from unnest(check_agent.type_prefixes) as prefix
  )) is not null then
    perform cogo.refuse_argument('type_prefixes', 'it must be a list of at most 64 beginnings of types, such as mail.');
  elsif (check_agent.project ~ '^[a-z0-9][a-z0-9_-]{0,62}$') is false then
    perform cogo.refuse_argument('project', 'it must be 1 to 63 of a-z, 0-9, _ and -');
  end if;
end;
$$;

comment on function cogo.check_agent(text, text[], text[], text) is
  'Refuses an agent that makes no sense. Errors: bad_argument (400).';

revoke execute on function cogo.check_agent(text, text[], text[], text) from public;

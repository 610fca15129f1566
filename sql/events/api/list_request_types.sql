create function api.list_request_types(type_prefix text default null, after text default null, row_limit integer default 100)
returns table (type text, is_pattern boolean, version text, executor text, has_request_schema boolean, has_reply_schema boolean)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.list_request_types(
    list_request_types.type_prefix, list_request_types.after, list_request_types.row_limit
  );
end;
$$;

comment on function api.list_request_types(text, text, integer) is
  'What may be asked for: registered types, and prefixes (is_pattern) that rule all below them, by name. Pass the last type as after for the next page; describe_request_type tells one whole. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_request_types(text, text, integer) from public;
grant execute on function api.list_request_types(text, text, integer) to authenticated, service_role;

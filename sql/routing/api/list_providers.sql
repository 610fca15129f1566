create function api.list_providers()
returns table (
  provider text, name text, api_format text, base_url text, allowed_hosts text[], auth_style text, key_field text,
  static_headers jsonb, data_policy text, enabled boolean, source text, source_sha256 text, changed_at timestamptz
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query select known.* from cogo.list_providers() as known;
end;
$$;

comment on function api.list_providers() is
  'All providers: where they are, in which format they speak and how a call proves itself. For operators. No errors.';

revoke execute on function api.list_providers() from public;
grant execute on function api.list_providers() to service_role;

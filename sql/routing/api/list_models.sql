create function api.list_models(only_provider text default null, only_service text default null, only_enabled boolean default null)
returns table (
  model_id bigint, provider text, model text, region text, service text, family text, context_tokens integer,
  max_output_tokens integer, capabilities text[], quality real, enabled boolean, sunset_at timestamptz, price jsonb,
  source text, changed_at timestamptz
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('route:select');
  return query select known.* from cogo.list_models(list_models.only_provider, list_models.only_service, list_models.only_enabled) as known;
end;
$$;

comment on function api.list_models(text, text, boolean) is
  'The models of the catalogue, each with its price now (null = unknown), in nano-dollars per million tokens. Scope: route:select. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_models(text, text, boolean) from public;
grant execute on function api.list_models(text, text, boolean) to authenticated, service_role;

create function cogo.catalogue_mark(at timestamptz)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select concat_ws(' ', count(*), count(*) filter (where model.enabled), count(*) filter (where model.sunset_at <= catalogue_mark.at),
      max(model.changed_at), sum(model.quality), sum(model.context_tokens), sum(model.max_output_tokens))
    from cogo.llm_models as model
  ) || ' | ' || (
    select concat_ws(' ', max(price.price_id), count(*), count(*) filter (where price.valid_from <= catalogue_mark.at))
    from cogo.llm_prices as price
  ) || ' | ' || (
    select concat_ws(' ', count(*), count(*) filter (where provider.enabled), max(provider.changed_at),
      string_agg(provider.data_policy || cogo.provider_has_key(provider.provider, provider.auth_style), '' order by provider.provider))
    from cogo.llm_providers as provider
  ) || ' | ' || (
    select coalesce(string_agg(policy.policy_id || policy.state, ' ' order by policy.policy_id), '')
    from cogo.routing_policies as policy where policy.state in ('shadow', 'canary', 'live')
  );
end;
$$;

comment on function cogo.catalogue_mark(timestamptz) is
  'A text that changes when what lists are made of does: models, prices in force, providers, keys, policies.';

revoke execute on function cogo.catalogue_mark(timestamptz) from public;

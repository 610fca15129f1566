create function cogo.set_provider(provider text, enabled boolean, data_policy text, base_url text, allowed_hosts text[])
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kept cogo.llm_providers;
begin
  update cogo.llm_providers as known set
    enabled = coalesce(set_provider.enabled, known.enabled),
    data_policy = coalesce(set_provider.data_policy, known.data_policy),
    base_url = coalesce(set_provider.base_url, known.base_url),
    allowed_hosts = coalesce(set_provider.allowed_hosts, known.allowed_hosts),
    changed_at = cogo.now_()
  where known.provider = set_provider.provider
  returning * into kept;
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot change provider %s: it is not in the catalogue', left(set_provider.provider, 80)),
      detail = 'provider_not_found',
      hint = 'list_providers shows those there are; import_catalogue adds one.';
  end if;
  perform cogo.check_provider(kept, 'the provider');
  return to_jsonb(kept);
exception
  when check_violation then
    perform cogo.refuse_argument('the provider', sqlerrm);
    return null;
end;
$$;

comment on function cogo.set_provider(text, boolean, text, text, text[]) is
  'Changes what is given of a provider and leaves the rest.';

revoke execute on function cogo.set_provider(text, boolean, text, text, text[]) from public;
grant execute on function cogo.set_provider(text, boolean, text, text, text[]) to service_role;

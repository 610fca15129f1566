create function cogo.level_key_expiry(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    key.provider, jsonb_build_object('provider', key.provider),
    round((extract(epoch from min(key.expires_at) - level_key_expiry.at) / 86400)::numeric, 2),
    case
      when min(key.expires_at) <= level_key_expiry.at then format('a key for %s has expired', key.provider)
      else format('a key for %s expires in %s', key.provider, cogo.span_text(extract(epoch from min(key.expires_at) - level_key_expiry.at)::numeric))
    end
  from cogo.secure_keys as key
  join cogo.vault_settings as setting on setting.env = key.env
  where key.state = 'active' and key.expires_at < level_key_expiry.at + interval '90 days'
  group by key.provider;
end;
$$;

comment on function cogo.level_key_expiry(cogo.slos, timestamptz) is
  'Per provider in how many days its first active key expires; of those that do within 90 days.';

revoke execute on function cogo.level_key_expiry(cogo.slos, timestamptz) from public;

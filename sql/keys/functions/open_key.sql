create function cogo.open_key(
  tenant_id uuid, provider text, service text, resource text, region text, field text, alias text, env text,
  version integer, purpose text, actor text
)
returns jsonb
language plpgsql
security definer
set search_path = ''
set lock_timeout = '2s'
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant uuid := coalesce(open_key.tenant_id, cogo.default_tenant());
  key cogo.secure_keys;
  problem text;
  opening bigint;
begin
  if current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  if coalesce(length(btrim(open_key.purpose)), 0) not between 3 and 500 then
    perform cogo.refuse_argument('purpose', 'it must say in 3 to 500 characters what the key is for');
  end if;
  -- The narrowest key that covers what is asked; * covers all.
  select * into key from cogo.secure_keys as known
  where known.tenant_id = tenant and known.provider = open_key.provider and known.field = open_key.field
    and known.alias = open_key.alias and known.env = open_key.env
    and known.service in (open_key.service, '*') and known.resource in (open_key.resource, '*')
    and known.region in (open_key.region, '*')
    and case when open_key.version is null then known.state = 'active' else known.version = open_key.version end
  order by (known.service <> '*')::integer + (known.resource <> '*')::integer + (known.region <> '*')::integer desc,
    known.service desc, known.resource desc, known.region desc
  limit 1;
  problem := cogo.key_problem(key, tenant, at);
  opening := cogo.audit_key('open', key, open_key.actor, at, problem, problem is null, open_key.purpose, tenant);
  if key.key_id is null then
    return cogo.refusal(
      'key_not_found', 404, format('Cannot open a key of %s: there is none that fits', left(open_key.provider, 63)),
      'list shows the keys that are there.'
    );
  elsif problem is not null then
    return cogo.refused_opening(problem);
  end if;
  perform cogo.note_key_use(key.key_id, at);
  return jsonb_build_object('opening', opening, 'key_id', key.key_id);
end;
$$;

comment on function cogo.open_key(uuid, text, text, text, text, text, text, text, integer, text, text) is
  'As open_grant, for a service that names the key by its fields and says why. Refused: key_not_found (404), grant_refused (403). Errors: bad_argument (400).';

revoke execute on function cogo.open_key(uuid, text, text, text, text, text, text, text, integer, text, text) from public;
grant execute on function cogo.open_key(uuid, text, text, text, text, text, text, text, integer, text, text) to cogo_key_vault;

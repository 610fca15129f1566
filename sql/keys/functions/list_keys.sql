create function cogo.list_keys(
  tenant_id uuid, provider text, state text, key_id uuid, before uuid, row_limit integer
)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  if (list_keys.row_limit between 1 and 500) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 500');
  end if;
  return (
    select coalesce(jsonb_agg(cogo.key_metadata(shown)), '[]')
    from (
      select known.* from cogo.secure_keys as known
      where (list_keys.tenant_id is null or known.tenant_id = list_keys.tenant_id)
        and (list_keys.provider is null or known.provider = list_keys.provider)
        and (list_keys.state is null or known.state = list_keys.state)
        and (list_keys.key_id is null or known.key_id = list_keys.key_id)
        and (list_keys.before is null or known.key_id < list_keys.before)
      order by known.key_id desc
      limit list_keys.row_limit
    ) as shown
  );
end;
$$;

comment on function cogo.list_keys(uuid, text, text, uuid, uuid, integer) is
  'What may be shown of keys, newest first; the next page is before the last key_id. Errors: bad_argument (400).';

revoke execute on function cogo.list_keys(uuid, text, text, uuid, uuid, integer) from public;
grant execute on function cogo.list_keys(uuid, text, text, uuid, uuid, integer) to cogo_key_vault, service_role;

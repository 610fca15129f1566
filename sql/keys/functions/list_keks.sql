create function cogo.list_keks()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(to_jsonb(kek) || jsonb_build_object('wraps', (
      select count(*) from cogo.secure_keys as key where key.kek_id = kek.kek_id and key.state <> 'shredded'
    )) order by kek.created_at), '[]')
    from cogo.kek_registry as kek
  );
end;
$$;

comment on function cogo.list_keks() is 'Every KEK, its state, and how many keys it wraps.';

revoke execute on function cogo.list_keks() from public;
grant execute on function cogo.list_keks() to cogo_key_vault, service_role;

create function cogo.keys_to_rewrap(row_limit integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return jsonb_build_object(
    'kek_id', (select kek.kek_id from cogo.kek_registry as kek where kek.state = 'active'),
    'left', (
      select count(*) from cogo.secure_keys as key
      join cogo.kek_registry as kek on kek.kek_id = key.kek_id and kek.state = 'retained'
      where key.state <> 'shredded'
    ),
    'keys', (
      select coalesce(jsonb_agg(
        cogo.key_metadata(old) || jsonb_build_object(
          'wrapped_dek', encode(old.wrapped_dek, 'hex'), 'dek_iv', encode(old.dek_iv, 'hex')
        )
      ), '[]')
      from (
        select key.* from cogo.secure_keys as key
        join cogo.kek_registry as kek on kek.kek_id = key.kek_id and kek.state = 'retained'
        where key.state <> 'shredded'
        order by key.key_id
        limit least(greatest(keys_to_rewrap.row_limit, 1), 500)
      ) as old
    )
  );
end;
$$;

comment on function cogo.keys_to_rewrap(integer) is
  'The next versions that the retained KEK still wraps, without what they hold: a rewrap needs no secret.';

revoke execute on function cogo.keys_to_rewrap(integer) from public;
grant execute on function cogo.keys_to_rewrap(integer) to cogo_key_vault;

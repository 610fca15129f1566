create function cogo.check_sealed_key(sealed cogo.secure_keys, state text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  bound text := cogo.vault_env();
  kek text;
begin
  if (check_sealed_key.state in ('next', 'active')) is not true then
    perform cogo.refuse_argument('state', 'it must be next or active');
  end if;
  if sealed.env is distinct from bound then
    perform cogo.refuse_key_state(
      'write a key', format('APP_ENV is %s here and %s in the database', sealed.env, bound),
      'Call the key-vault of the right project, or set_vault_env when this database was moved.'
    );
  end if;
  if sealed.alg = 'plain' and (sealed.env <> 'dev') is not false then
    perform cogo.refuse_argument('alg', 'only APP_ENV=dev may store a key in clear');
  end if;
  if sealed.alg = 'A256GCM' then
    -- It is not destroyed before what it wraps is written.
    select known.state into kek from cogo.kek_registry as known where known.kek_id = sealed.kek_id for share;
    if (kek in ('active', 'retained')) is not true then
      perform cogo.refuse_key_state(
        'write a key', format('KEK %s is %s', coalesce(sealed.kek_id, 'none'), coalesce(kek, 'not registered')),
        'Register and activate it: npm run keys -- init.'
      );
    end if;
  end if;
  if (sealed.expires_at <= cogo.now_()) then
    perform cogo.refuse_argument('expires_at', 'it is over already');
  end if;
end;
$$;

comment on function cogo.check_sealed_key(cogo.secure_keys, text) is
  'Refuses a version that this vault could not open, or should not keep. Errors: bad_argument (400), key_conflict (409).';

revoke execute on function cogo.check_sealed_key(cogo.secure_keys, text) from public;

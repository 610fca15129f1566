create function cogo.activate_kek(kek_id text, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  known cogo.kek_registry;
  retained text;
begin
  perform pg_advisory_xact_lock(hashtextextended('cogo.kek_registry', 0));
  select * into known from cogo.kek_registry as kek where kek.kek_id = activate_kek.kek_id;
  select kek.kek_id into retained from cogo.kek_registry as kek where kek.state = 'retained';
  if known.state = 'active' then
    return to_jsonb(known);
  elsif (known.state = 'staged') is not true then
    perform cogo.refuse_key_state('activate the KEK', coalesce(known.kek_id || ' is ' || known.state, 'there is no such one'), 'Register it first.');
  elsif retained is not null then
    perform cogo.refuse_key_state('activate the KEK', retained || ' is still retained', 'Finish the rewrap and destroy it: npm run keys -- rewrap.');
  end if;
  update cogo.kek_registry as kek set state = 'retained', changed_at = at where kek.state = 'active';
  update cogo.kek_registry as kek set state = 'active', changed_at = at where kek.kek_id = activate_kek.kek_id
  returning kek.* into known;
  perform cogo.audit_key('kek', null, activate_kek.actor, at, known.kek_id || ' is active');
  return to_jsonb(known);
end;
$$;

comment on function cogo.activate_kek(text, text) is
  'A staged KEK wraps from now on; the one before is retained until all is rewrapped. Errors: key_conflict (409).';

revoke execute on function cogo.activate_kek(text, text) from public;
grant execute on function cogo.activate_kek(text, text) to cogo_key_vault;

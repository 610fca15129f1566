create function cogo.register_kek(kek_id text, check_value text, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  known cogo.kek_registry;
begin
  if (register_kek.kek_id ~ '^[a-z0-9_]{1,32}$') is not true then
    perform cogo.refuse_argument('kek_id', 'it must be 1 to 32 of a-z, 0-9 and _');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('cogo.kek_registry', 0));
  select * into known from cogo.kek_registry as kek where kek.kek_id = register_kek.kek_id;
  if known.check_value <> register_kek.check_value or known.state = 'destroyed' then
    perform cogo.refuse_key_state(
      'register the KEK', format('%s is %s', known.kek_id, case when known.state = 'destroyed' then 'destroyed' else 'another key' end),
      'Give a new KEK a name of its own; under an old name only the old key opens what it wrapped.'
    );
  elsif known.kek_id is null then
    insert into cogo.kek_registry (kek_id, state, check_value, created_at, changed_at)
    select register_kek.kek_id,
      case when exists (select from cogo.kek_registry as other where other.state = 'active') then 'staged' else 'active' end,
      register_kek.check_value, at, at
    returning * into known;
    perform cogo.audit_key('kek', null, register_kek.actor, at, format('%s is %s', known.kek_id, known.state));
  end if;
  return to_jsonb(known);
end;
$$;

comment on function cogo.register_kek(text, text, text) is
  'Makes a KEK known: the first is active at once, later ones are staged. Errors: bad_argument (400), key_conflict (409).';

revoke execute on function cogo.register_kek(text, text, text) from public;
grant execute on function cogo.register_kek(text, text, text) to cogo_key_vault;

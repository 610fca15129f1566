create function cogo.destroy_kek(kek_id text, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  known cogo.kek_registry;
  wrapped bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('cogo.kek_registry', 0));
  -- Writers under it hold its row until they end: they are counted, or find it destroyed.
  select * into known from cogo.kek_registry as kek where kek.kek_id = destroy_kek.kek_id for update;
  select count(*) into wrapped from cogo.secure_keys as key where key.kek_id = destroy_kek.kek_id and key.state <> 'shredded';
  if known.state = 'destroyed' then
    return to_jsonb(known);
  elsif (known.state in ('staged', 'retained')) is not true then
    perform cogo.refuse_key_state('destroy the KEK', coalesce(known.kek_id || ' is ' || known.state, 'there is no such one'), 'Activate another one first.');
  elsif wrapped > 0 then
    perform cogo.refuse_key_state('destroy the KEK', format('%s keys are wrapped by it', wrapped), 'Rewrap them first: npm run keys -- rewrap.');
  end if;
  update cogo.kek_registry as kek set state = 'destroyed', changed_at = at where kek.kek_id = destroy_kek.kek_id
  returning kek.* into known;
  perform cogo.audit_key('kek', null, destroy_kek.actor, at, known.kek_id || ' is destroyed');
  return to_jsonb(known);
end;
$$;

comment on function cogo.destroy_kek(text, text) is
  'Notes that a KEK may be removed from the function''s secrets: nothing is wrapped by it. Errors: key_conflict (409).';

revoke execute on function cogo.destroy_kek(text, text) from public;
grant execute on function cogo.destroy_kek(text, text) to cogo_key_vault;

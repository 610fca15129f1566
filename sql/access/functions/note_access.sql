create function cogo.note_access(tenant_id uuid, act text, subject text, before jsonb, after jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  if note_access.before is not distinct from note_access.after then
    return;
  end if;
  insert into cogo.access_audit (at, tenant_id, actor, act, subject, before, after)
  values (
    cogo.now_(), note_access.tenant_id,
    case when cogo.caller_tenant() is null then 'operator' else 'user:' || cogo.claim('sub') end,
    note_access.act, note_access.subject, note_access.before, note_access.after
  );
end;
$$;

comment on function cogo.note_access(uuid, text, text, jsonb, jsonb) is
  'Keeps who did it, what was before and what is after; nothing where nothing changed.';

revoke execute on function cogo.note_access(uuid, text, text, jsonb, jsonb) from public;

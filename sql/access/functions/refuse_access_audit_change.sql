create function cogo.refuse_access_audit_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- A tenant that is erased takes its rows along; nobody else's go.
  if tg_op = 'DELETE' and cogo.is_being_erased(old.tenant_id) then
    return old;
  end if;
  raise exception 'cogo: the audit of access is appended to and never changed' using errcode = 'insufficient_privilege';
end;
$$;

comment on function cogo.refuse_access_audit_change() is
  'Keeps honest hands off the audit.';

revoke execute on function cogo.refuse_access_audit_change() from public;

create function api.set_runbook_base(url text)
returns text
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.set_runbook_base(set_runbook_base.url);
end;
$$;

comment on function api.set_runbook_base(text) is
  'Where links of alerts lead: #section is put behind it; docs/runbook.md unless set. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_runbook_base(text) from public;
grant execute on function api.set_runbook_base(text) to service_role;

create function cogo.set_runbook_base(url text)
returns text
language plpgsql
security definer
set search_path = ''
as $$
begin
  if (length(set_runbook_base.url) between 1 and 500 and set_runbook_base.url !~ '[\s#<>"]') is not true then
    perform cogo.refuse_argument('url', 'it must be an address of 1 to 500 characters without a #');
  end if;
  insert into cogo.alert_rounds as state (runbook_base) values (set_runbook_base.url)
  on conflict (only_row) do update set runbook_base = excluded.runbook_base;
  return set_runbook_base.url;
end;
$$;

comment on function cogo.set_runbook_base(text) is 'Where links of alerts lead: #section is put behind it. Errors: bad_argument (400).';

revoke execute on function cogo.set_runbook_base(text) from public;
grant execute on function cogo.set_runbook_base(text) to service_role;

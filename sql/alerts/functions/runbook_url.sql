create function cogo.runbook_url(section text)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return coalesce((select state.runbook_base from cogo.alert_rounds as state), 'docs/runbook.md') || '#' || runbook_url.section;
end;
$$;

comment on function cogo.runbook_url(text) is 'Where a section of the runbook is read.';

revoke execute on function cogo.runbook_url(text) from public;

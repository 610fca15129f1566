create function cogo.defer_flows()
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  if coalesce(current_setting('cogo.ended_step_jobs', true), '') <> '' then
    return false;
  end if;
  perform set_config('cogo.ended_step_jobs', '{}', true);
  return true;
end;
$$;

comment on function cogo.defer_flows() is
  'From here on jobs that close leave their workflows alone, until advance_deferred: a call that takes several claims takes them all before the first workflow. False when a caller has said so already.';

revoke execute on function cogo.defer_flows() from public;

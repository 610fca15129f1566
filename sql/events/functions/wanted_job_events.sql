create function cogo.wanted_job_events(patterns text[], out wanted boolean, out types text[])
language plpgsql
immutable
set search_path = ''
as $$
declare
  pattern text;
  parts text[];
begin
  wanted := false;
  types := '{}';
  foreach pattern in array wanted_job_events.patterns loop
    parts := string_to_array(pattern, '.');
    if array_position(parts, '>') <= 4 or (parts[4] in ('cogo', '*') and (
      array_position(parts, '>') <= 6 or (cardinality(parts) = 6 and parts[6] = '*')
    )) then
      wanted := true;
      types := null;
      return;
    elsif cardinality(parts) = 6 and parts[4] in ('cogo', '*') and array_position(parts, '>') is null then
      wanted := true;
      types := types || parts[6];
    end if;
  end loop;
end;
$$;

comment on function cogo.wanted_job_events(text[]) is
  'Whether patterns can match events of jobs, tenant.<id>.agent.cogo.<type_prefix>.<event>, and which ones; null types = all.';

revoke execute on function cogo.wanted_job_events(text[]) from public;

create function cogo.no_candidate(list cogo.route_lists, context jsonb, opens_at timestamptz, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  rejected jsonb := cogo.count_rejections(list, no_candidate.context);
  passed jsonb := (select jsonb_object_agg(reason, many) from (
    select item ->> 1 as reason, count(*) as many from jsonb_array_elements(no_candidate.context -> 'passed') as item group by 1
  ) as counted);
begin
  return cogo.refusal(
    'no_candidate', 409,
    format('Cannot route: no model passes (%s)', coalesce(
      (select string_agg(format('%s: %s', key, value), ', ' order by key) from jsonb_each_text(rejected || coalesce(passed, '{}'))),
      'the catalogue has none for this service'
    )),
    case when rejected ? 'no_key' then 'Add a provider''s key, or ask for less.' else 'Ask for less; rejected counts what stood in the way.' end,
    jsonb_build_object(
      'rejected', rejected || coalesce(passed, '{}'), 'intended_model', no_candidate.context -> 'intended_model',
      'intended_refused', no_candidate.context -> 'degraded',
      'retry_after_ms', ceil(extract(epoch from no_candidate.opens_at - no_candidate.at) * 1000)
    )
  );
end;
$$;

comment on function cogo.no_candidate(cogo.route_lists, jsonb, timestamptz, timestamptz) is
  'The refusal when no model passes, with how many were rejected by reason, and when a throttled key opens.';

revoke execute on function cogo.no_candidate(cogo.route_lists, jsonb, timestamptz, timestamptz) from public;

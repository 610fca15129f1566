create function cogo.settle_route(route jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  answer jsonb;
begin
  answer := cogo.settle_routes(jsonb_build_array(route)) -> 0;
  if answer #>> '{refused,details}' = 'decision_not_found' then
    raise sqlstate 'PT404' using
      message = answer #>> '{refused,message}', detail = 'decision_not_found', hint = answer #>> '{refused,hint}';
  elsif answer ? 'refused' then
    raise sqlstate 'PT409' using
      message = answer #>> '{refused,message}', detail = 'already_settled', hint = answer #>> '{refused,hint}';
  end if;
  return answer;
end;
$$;

comment on function cogo.settle_route(jsonb) is
  'Settles one attempt. Errors: bad_argument (400), not_an_agent (401), decision_not_found (404), already_settled (409).';

revoke execute on function cogo.settle_route(jsonb) from public;
grant execute on function cogo.settle_route(jsonb) to authenticated, service_role;

create function cogo.check_settlements(routes jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  item jsonb;
  place text;
  name text;
  told jsonb;
  lowest integer;
  highest integer;
begin
  if jsonb_typeof(routes) is distinct from 'array' or jsonb_array_length(routes) not between 1 and 1000 then
    perform cogo.refuse_argument('routes', 'it must be a list of 1 to 1000 items');
  end if;
  perform cogo.check_items('routes', routes);
  for nth in 0 .. jsonb_array_length(routes) - 1 loop
    item := routes -> nth;
    place := format('routes[%s]', nth);
    if jsonb_typeof(item) <> 'object' then
      perform cogo.refuse_argument(place, 'it must be an object');
    elsif coalesce(item ->> 'decision_id', '') !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
      perform cogo.refuse_argument(place || '.decision_id', 'it must be a UUID');
    elsif coalesce(item ->> 'status', 'succeeded') not in ('succeeded', 'failed', 'cancelled') then
      perform cogo.refuse_argument(place || '.status', 'it must be succeeded, failed or cancelled');
    end if;
    foreach name in array array['attempt', 'http_status', 'first_token_ms', 'total_ms', 'retry_after_ms'] loop
      told := item -> name;
      continue when told is null or told = 'null';
      lowest := case name when 'attempt' then 1 when 'http_status' then 100 else 0 end;
      highest := case name when 'attempt' then 32767 when 'http_status' then 999 else 2147483647 end;
      if not (case jsonb_typeof(told)
        when 'number' then told::numeric between lowest and highest and told::numeric = trunc(told::numeric)
        else false
      end) then
        perform cogo.refuse_argument(place || '.' || name, format('it must be a whole number from %s to %s', lowest, highest));
      end if;
    end loop;
  end loop;
end;
$$;

comment on function cogo.check_settlements(jsonb) is
  'Refuses settlements whose form is wrong. Usage is not checked here: what a provider tells wrongly is still billed, by the estimate. Errors: bad_argument (400).';

revoke execute on function cogo.check_settlements(jsonb) from public;

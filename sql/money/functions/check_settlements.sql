create function cogo.check_settlements(routes jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  item jsonb;
  place text;
  number record;
begin
  if jsonb_typeof(routes) is distinct from 'array' or jsonb_array_length(routes) not between 1 and 1000 then
    perform cogo.refuse_argument('routes', 'it must be a list of 1 to 1000 items');
  end if;
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
    for number in
      select known.* from (values
        ('attempt', 1, 32767), ('http_status', 100, 999), ('first_token_ms', 0, 2147483647),
        ('total_ms', 0, 2147483647), ('retry_after_ms', 0, 2147483647)
      ) as known (name, lowest, highest)
      where item -> known.name <> 'null'
        and not case jsonb_typeof(item -> known.name)
          when 'number' then (item -> known.name)::numeric between known.lowest and known.highest
            and (item -> known.name)::numeric = trunc((item -> known.name)::numeric)
          else false
        end
    loop
      perform cogo.refuse_argument(place || '.' || number.name, format('it must be a whole number from %s to %s', number.lowest, number.highest));
    end loop;
  end loop;
end;
$$;

comment on function cogo.check_settlements(jsonb) is
  'Refuses settlements whose form is wrong. Usage is not checked here: what a provider tells wrongly is still billed, by the estimate. Errors: bad_argument (400).';

revoke execute on function cogo.check_settlements(jsonb) from public;

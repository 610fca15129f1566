create function cogo.check_webhook_results(results jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  item record;
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
begin
  if jsonb_typeof(results) is distinct from 'array' or jsonb_array_length(results) > 1000 then
    perform cogo.refuse_argument('results', 'it must be an array of at most 1000 objects with subscription_id and fence');
  end if;
  for item in select value, ordinal - 1 as place from jsonb_array_elements(results) with ordinality as given (value, ordinal) loop
    if (
      jsonb_typeof(item.value) = 'object'
      and item.value - array['subscription_id', 'fence', 'up_to', 'failures', 'error', 'wait_seconds', 'gone'] = '{}'
      and item.value ->> 'subscription_id' ~ uuid_form and item.value ->> 'fence' ~ '^\d{1,18}$'
      and coalesce(item.value ->> 'up_to' ~ uuid_form, true)
      and jsonb_typeof(coalesce(item.value -> 'error', 'null')) in ('string', 'null')
      and jsonb_typeof(coalesce(item.value -> 'gone', 'null')) in ('boolean', 'null')
      and case jsonb_typeof(coalesce(item.value -> 'wait_seconds', 'null'))
        when 'null' then true when 'number' then (item.value ->> 'wait_seconds')::numeric between 0 and 86400
      end
    ) is not true then
      perform cogo.refuse_argument(
        format('results[%s]', item.place),
        'it must be {subscription_id, fence, up_to, failures, error, wait_seconds (0 to 86400), gone}'
      );
    end if;
    perform cogo.check_message_failures(coalesce(nullif(item.value -> 'failures', 'null'), '[]'));
  end loop;
end;
$$;

comment on function cogo.check_webhook_results(jsonb) is
  'Refuses results of deliveries whose form is wrong. Errors: bad_argument (400).';

revoke execute on function cogo.check_webhook_results(jsonb) from public;

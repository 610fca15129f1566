create function cogo.check_flows(workflows jsonb, is_operator boolean)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  plain boolean;
  wrong record;
  largest integer;
  has_large boolean;
begin
  if jsonb_typeof(workflows) is distinct from 'array' or jsonb_array_length(workflows) not between 1 and 1000 then
    perform cogo.refuse_argument('workflows', 'it must be an array of 1 to 1000 workflows');
  end if;
  has_large := cogo.check_items('workflows', workflows);
  -- One walk settles the usual batch; only what is unusual is looked at field by field.
  select
    coalesce(bool_and((
      jsonb_typeof(item) = 'object' and item - array['name', 'input', 'idempotency_key'] = '{}'
      and jsonb_typeof(item -> 'name') = 'string' and jsonb_typeof(coalesce(item -> 'input', '{}')) = 'object'
      and jsonb_typeof(coalesce(item -> 'idempotency_key', '"-"')) = 'string'
      and length(coalesce(item ->> 'idempotency_key', '-')) between 1 and 200
    ) is true), false),
    max(case when has_large then cogo.json_bytes(item -> 'input') end)
  into plain, largest
  from jsonb_array_elements(workflows) as item;

  if not plain then
    select judged.ordinal - 1 as place, judged.problem into wrong
    from (
      select item.ordinal, cogo.flow_problem(item.value, is_operator) as problem
      from jsonb_array_elements(workflows) with ordinality as item (value, ordinal)
      offset 0
    ) as judged
    where judged.problem is not null
    limit 1;
    if found then
      perform cogo.refuse_argument(format('workflows[%s]', wrong.place), wrong.problem);
    end if;
  end if;
  if largest > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot start workflows: an input has %s bytes, the limit is 262144', largest),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the input.';
  end if;
end;
$$;

comment on function cogo.check_flows(jsonb, boolean) is
  'Refuses workflows to start whose form is wrong, naming the first. Errors: bad_argument (400), payload_too_large (413).';

revoke execute on function cogo.check_flows(jsonb, boolean) from public;

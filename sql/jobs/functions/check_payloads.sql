create function cogo.check_payloads(jobs jsonb, types text[], schemas jsonb[])
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  wrong record;
begin
  select item.ordinal - 1 as place, item.value ->> 'type' as type, violation.path, violation.problem into wrong
  from jsonb_array_elements(check_payloads.jobs) with ordinality as item (value, ordinal)
  join (select distinct * from unnest(check_payloads.types, check_payloads.schemas) as pair (type, payload_schema)) as ruled
    on ruled.type = item.value ->> 'type' and ruled.payload_schema is not null
  cross join lateral cogo.schema_violations(ruled.payload_schema, coalesce(item.value -> 'payload', '{}')) as violation
  order by item.ordinal
  limit 1;
  if found then
    raise sqlstate 'PT422' using
      message = format(
        'Cannot enqueue jobs[%s]: the payload of %s does not meet its schema at %s: %s',
        wrong.place, wrong.type, coalesce(nullif(wrong.path, ''), '/'), wrong.problem
      ),
      detail = 'schema_mismatch',
      hint = 'Correct the payload, or register another payload_schema for the type; nothing was enqueued.';
  end if;
end;
$$;

comment on function cogo.check_payloads(jsonb, text[], jsonb[]) is
  'Holds each payload against the schema of its type. Errors: schema_mismatch (422).';

revoke execute on function cogo.check_payloads(jsonb, text[], jsonb[]) from public;

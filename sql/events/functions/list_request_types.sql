create function cogo.list_request_types(type_prefix text, after text, row_limit integer)
returns table (type text, is_pattern boolean, version text, executor text, has_request_schema boolean, has_reply_schema boolean)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
begin
  if list_request_types.row_limit is null or list_request_types.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select (page.ruling).type, strpos((page.ruling).type, '*') > 0, contract.version, contract.executor,
    (page.ruling).payload_schema is not null, (page.ruling).result_schema is not null
  from (
    select known as ruling from cogo.job_types as known
    where (list_request_types.type_prefix is null or starts_with(known.type, list_request_types.type_prefix))
      and (list_request_types.after is null or known.type collate "C" > list_request_types.after)
    order by known.type collate "C"
    limit list_request_types.row_limit
  ) as page
  cross join lateral cogo.request_contract(page.ruling, (page.ruling).type, tenant) as contract
  order by (page.ruling).type collate "C";
end;
$$;

comment on function cogo.list_request_types(text, text, integer) is
  'The registered types and prefixes by name, as the caller''s tenant is served. Errors: bad_argument (400).';

revoke execute on function cogo.list_request_types(text, text, integer) from public;
grant execute on function cogo.list_request_types(text, text, integer) to authenticated, service_role;

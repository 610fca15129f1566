create function cogo.tenant_parts()
returns table (
  step bigint, part text, through text, parent text, erased text, is_exported boolean, is_walked boolean, omits text[], also text
)
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
  select row_number() over (), listed.*
  from (select * from cogo.tenant_parts_of_work() union all select * from cogo.tenant_parts_of_accounts()) as listed
  where to_regclass('cogo.' || listed.part) is not null;
end;
$$;

comment on function cogo.tenant_parts() is
  $c$Where a tenant's data lives, in the order in which it is erased. The one registry: a test holds it against the catalogue.
through: the column that names the tenant, or a row of parent. erased: rows = in batches; own = by cogo.erase_<part>; another
part = in one transaction with its rows; scrub = the row is an operator's and forgets the ids; work = nothing is there once work
has ended; last = in the last call. is_walked: no index leads to the tenant, so the table is walked along its primary key.
also: what else is the tenant's, $1 being its id. Of tables that this version has.$c$;

revoke execute on function cogo.tenant_parts() from public;

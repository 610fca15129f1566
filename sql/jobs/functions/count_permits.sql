create function cogo.count_permits(hashes uuid[], scopes text[], mine uuid[], taken uuid[])
returns table (ordinal integer, locked boolean, running integer, due_at timestamptz, max_running integer)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    item.ordinal::integer, item.hash = any(count_permits.mine),
    case item.scope
      when 'type' then (select count(*) from cogo.held where held.type_hash = item.hash)
      when 'tenant' then (select count(*) from cogo.held where held.tenant_hash = item.hash)
      when 'key' then (select count(*) from cogo.held where held.key_hash = item.hash)
      else 0
    end::integer + coalesce(cardinality(array_positions(count_permits.taken, item.hash)), 0),
    known.due_at, known.max_running
  from unnest(count_permits.hashes, count_permits.scopes) with ordinality as item (hash, scope, ordinal)
  left join cogo.permit_locks as known on known.limit_hash = item.hash
  order by item.ordinal;
end;
$$;

comment on function cogo.count_permits(uuid[], text[], uuid[], uuid[]) is
  'How many permits of each limit are held (scope null = nobody asks), whether this transaction alone counts it, where its rate stands, and under what maximum it was last given. A statement of its own, after the locks: it must see what their last owners wrote.';

revoke execute on function cogo.count_permits(uuid[], text[], uuid[], uuid[]) from public;

create function cogo.level_dead_rows(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    format('%s.%s', counted.schemaname, counted.relname), jsonb_build_object('table', format('%s.%s', counted.schemaname, counted.relname)),
    counted.n_dead_tup::numeric,
    format(
      '%s.%s has %s dead rows and %s live ones; last vacuum %s', counted.schemaname, counted.relname, counted.n_dead_tup, counted.n_live_tup,
      coalesce(greatest(counted.last_vacuum, counted.last_autovacuum)::text, 'never')
    )
  from pg_stat_user_tables as counted
  where counted.schemaname in ('cogo', 'pgmq') and counted.n_dead_tup > counted.n_live_tup
  order by counted.n_dead_tup desc limit 10;
end;
$$;

comment on function cogo.level_dead_rows(cogo.slos, timestamptz) is
  'Tables of the engine with more dead rows than live ones, as autovacuum counts them.';

revoke execute on function cogo.level_dead_rows(cogo.slos, timestamptz) from public;

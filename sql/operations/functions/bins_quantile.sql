create function cogo.bins_quantile(bins smallint[], bin_counts bigint[], q double precision)
returns double precision
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- Bins may repeat and stand in any order, as they come from several rows.
  return (
    select cogo.bin_ms(min(reached.bin))
    from (
      select each.bin, sum(each.many) over (order by each.bin) as so_far, sum(each.many) over () as total
      from (
        select item.bin, sum(item.many) as many from unnest(bins_quantile.bins, bins_quantile.bin_counts) as item (bin, many) group by item.bin
      ) as each
    ) as reached
    where reached.so_far >= greatest(bins_quantile.q * reached.total, 1)
  );
end;
$$;

comment on function cogo.bins_quantile(smallint[], bigint[], double precision) is
  'The time in milliseconds that a share q (0 to 1) of the binned times does not exceed, right to 1 %; null when there are none.';

revoke execute on function cogo.bins_quantile(smallint[], bigint[], double precision) from public;

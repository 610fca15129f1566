create function cogo.mix_weights(
  scores double precision[], wanted boolean[], shares integer[], algorithm text, temperature double precision, epsilon integer
)
returns integer[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  weights integer[];
begin
  if scores is null then
    return '{}';
  elsif mix_weights.algorithm = 'v1' then
    return array[1] || array_fill(0, array[cardinality(scores) - 1]);
  end if;
  -- Truncated, since exp differs in its last bit between machines.
  select array_agg(coalesce(case
    when epsilon = 0 then odds.weight else odds.weight * (1024 - epsilon) * odds.width + odds.total * epsilon end, 0)::integer order by odds.i)
  into weights
  from (
    select item.i, item.weight, count(item.weight) over () as width, sum(item.weight) over () as total
    from (
      select i, case when wanted[i] or not wanted[1] then
        trunc(exp((scores[i] - scores[1]) / mix_weights.temperature) * 65536)::bigint * shares[i] / 100 end as weight
      from generate_series(1, cardinality(scores)) as i
    ) as item
  ) as odds;
  return weights;
end;
$$;

comment on function cogo.mix_weights(double precision[], boolean[], integer[], text, double precision, integer) is
  'Odds as integers: (1 - e) softmax + e/n, e in 1024ths. Where a model was named, only such models have any. v1: all for the first.';

revoke execute on function cogo.mix_weights(double precision[], boolean[], integer[], text, double precision, integer) from public;

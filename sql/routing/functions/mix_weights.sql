create function cogo.mix_weights(
  scores double precision[], wanted boolean[], shares integer[], algorithm text, temperature double precision, epsilon integer
)
returns integer[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  weights integer[] := '{}'::integer[];
  weight bigint;
  total bigint := 0;
  width bigint;
begin
  if scores is null then
    return '{}'::integer[];
  elsif mix_weights.algorithm = 'v1' then
    return array[1] || array_fill(0, array[cardinality(scores) - 1]);
  end if;
  -- The wanted come first: where there is one, only they have odds.
  width := case when wanted[1] then cardinality(array_positions(wanted, true)) else cardinality(scores) end;
  for place in 1 .. width loop
    -- Truncated, since exp differs in its last bit between machines.
    weight := trunc(exp((scores[place] - scores[1]) / mix_weights.temperature) * 65536)::bigint * shares[place] / 100;
    total := total + weight;
    weights := weights || weight::integer;
  end loop;
  if epsilon > 0 then
    for place in 1 .. width loop
      weights[place] := weights[place] * (1024 - epsilon) * width + total * epsilon;
    end loop;
  end if;
  return weights || array_fill(0, array[cardinality(scores) - width::integer]);
end;
$$;

comment on function cogo.mix_weights(double precision[], boolean[], integer[], text, double precision, integer) is
  'Odds as integers: (1 - e) softmax + e/n, e in 1024ths. Where a model was named, only such models have any. v1: all for the first.';

revoke execute on function cogo.mix_weights(double precision[], boolean[], integer[], text, double precision, integer) from public;

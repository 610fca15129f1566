create function cogo.mix_weights(
  scores double precision[], wanted boolean[], shares integer[], algorithm text, temperature double precision, epsilon integer
)
returns integer[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  weights integer[] := '{}';
  weight bigint;
  total bigint := 0;
  width bigint := 0;
begin
  if scores is null then
    return '{}';
  elsif mix_weights.algorithm = 'v1' then
    return array[1] || array_fill(0, array[cardinality(scores) - 1]);
  end if;
  for place in 1 .. cardinality(scores) loop
    weight := 0;
    if wanted[place] or not wanted[1] then
      -- Truncated, since exp differs in its last bit between machines.
      weight := trunc(exp((scores[place] - scores[1]) / mix_weights.temperature) * 65536)::bigint * shares[place] / 100;
      width := width + 1;
    end if;
    total := total + weight;
    weights := weights || weight::integer;
  end loop;
  if epsilon > 0 then
    for place in 1 .. cardinality(scores) loop
      if wanted[place] or not wanted[1] then
        weights[place] := weights[place] * (1024 - epsilon) * width + total * epsilon;
      end if;
    end loop;
  end if;
  return weights;
end;
$$;

comment on function cogo.mix_weights(double precision[], boolean[], integer[], text, double precision, integer) is
  'Odds as integers: (1 - e) softmax + e/n, e in 1024ths. Where a model was named, only such models have any. v1: all for the first.';

revoke execute on function cogo.mix_weights(double precision[], boolean[], integer[], text, double precision, integer) from public;

create function cogo.policy_terms(body jsonb)
returns double precision[]
language plpgsql
immutable
set search_path = ''
as $$
begin
  return array[
    (body -> 'temperature')::double precision,
    round((body -> 'epsilon')::numeric * 1024)::double precision,
    (body #> '{weights,quality}')::double precision,
    (body #> '{weights,cost}')::double precision,
    (body #> '{weights,latency}')::double precision,
    (body #> '{weights,risk}')::double precision,
    (body #> '{weights,affinity}')::double precision,
    (body -> 'cost_scale_nano')::double precision,
    (body -> 'sla_ms')::double precision,
    (body -> 'output_tokens')::double precision,
    (body -> 'in_flight_scale')::double precision,
    (body -> 'max_attempts')::double precision,
    (body -> 'grant_seconds')::double precision,
    (body -> 'warm_seconds')::double precision,
    coalesce((body ->> 'max_cost_nano')::double precision, 'Infinity'),
    coalesce((body ->> 'unknown_price_nano')::double precision, 0)
  ];
end;
$$;

comment on function cogo.policy_terms(jsonb) is
  'A policy''s numbers as a choice reads them: 1 temperature, 2 epsilon in 1024ths, 3 quality, 4 cost, 5 latency, 6 risk, 7 affinity, 8 cost_scale_nano, 9 sla_ms, 10 output_tokens, 11 in_flight_scale, 12 max_attempts, 13 grant_seconds, 14 warm_seconds, 15 max_cost_nano, 16 unknown_price_nano (0 = refuse).';

revoke execute on function cogo.policy_terms(jsonb) from public;

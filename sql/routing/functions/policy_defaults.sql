create function cogo.policy_defaults()
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return '{
    "weights": {"quality": 1, "cost": 0.1, "latency": 0.15, "risk": 0.5, "affinity": 1},
    "temperature": 0.05, "epsilon": 0.02, "cost_scale_nano": 1000000, "sla_ms": 30000, "output_tokens": 1024,
    "in_flight_scale": 20, "max_attempts": 3, "grant_seconds": 60, "warm_seconds": 300, "canary_percent": 5,
    "max_cost_nano": null, "unknown_price_nano": null,
    "allow": ["*"], "deny": [], "regions": [], "data_policy": "any", "quality": {}, "aliases": {}
  }'::jsonb;
end;
$$;

comment on function cogo.policy_defaults() is
  'The fields of a policy''s body and what they are when left out. docs/specs/ROUTER_V2.md tells why.';

revoke execute on function cogo.policy_defaults() from public;

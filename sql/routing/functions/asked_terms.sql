create function cogo.asked_terms(
  terms double precision[], capability_names text[], region_names text[], context jsonb,
  out input double precision, out cached double precision, out fresh double precision, out output double precision,
  out most_output double precision, out asked_output integer, out window_tokens double precision, out ceiling double precision,
  out cost_weight double precision, out latency_weight double precision, out sla double precision, out mask bigint,
  out regions smallint[], out rank smallint, out usable smallint[], out intended bigint[], out warm bigint,
  out is_critical boolean, out is_narrow boolean
)
language plpgsql
immutable
set search_path = ''
as $$
declare
  plain constant text[] := '{service,context_tokens,max_output_tokens,list,providers}'::text[];
begin
  input := (context -> 'context_tokens')::double precision;
  asked_output := coalesce((context -> 'max_output_tokens')::integer, 0);
  window_tokens := input + asked_output;
  most_output := case when context ->> 'service' = 'embeddings' then 0 when asked_output > 0 then asked_output else terms[10] end;
  output := least(most_output, terms[10]);
  usable := translate(context ->> 'providers', '[]', '{}')::smallint[];
  cached := 0;
  ceiling := terms[15];
  cost_weight := terms[4];
  latency_weight := terms[5];
  sla := terms[9];
  mask := 0;
  rank := 0;
  is_critical := false;
  -- Most requests ask for nothing else.
  if context - plain <> '{}' then
    cached := least(coalesce((context -> 'cached_tokens')::double precision, 0), input);
    ceiling := least((context -> 'max_cost_nano')::double precision, ceiling);
    cost_weight := cost_weight * coalesce((context -> 'cost_sensitivity')::double precision, 1);
    sla := coalesce((context -> 'sla_ms')::double precision, sla);
    mask := case when context ? 'capabilities' then cogo.capability_mask(capability_names, context -> 'capabilities') else 0 end;
    regions := case when context ? 'region' then cogo.region_numbers(region_names, context ->> 'region') end;
    rank := cogo.data_rank(context ->> 'data_policy');
    intended := translate(context ->> 'intended', '[]', '{}')::bigint[];
    warm := (context -> 'warm')::bigint;
    is_critical := coalesce((context -> 'critical')::boolean, false);
  end if;
  fresh := input - cached;
  is_narrow := regions is not null or rank > 0 or ceiling < 'Infinity';
end;
$$;

comment on function cogo.asked_terms(double precision[], text[], text[], jsonb) is
  'What a context asks of the models of a list, as numbers: tokens, ceilings, weights, and what they must be able to do.';

revoke execute on function cogo.asked_terms(double precision[], text[], text[], jsonb) from public;

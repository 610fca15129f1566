create function cogo.refuse_rates(
  asked bigint[], taken bigint[], tenant_id uuid, agent_id uuid, key_id uuid, tokens bigint, at_ns bigint
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  -- Calls that stand in line for a row have read the clock earlier than those before them.
  patience_ns constant bigint := 10000000000;
  limited record;
  wait_ns bigint;
  longest_ns bigint := 0;
  narrowest text;
begin
  for limited in
    select known.*, known.per_seconds * 1000000000::bigint as span_ns, known.limit_id = any (refuse_rates.taken) as is_taken,
      case known.scope when 'agent' then refuse_rates.agent_id when 'key' then refuse_rates.key_id else refuse_rates.tenant_id end as subject_id,
      case known.unit when 'tokens' then greatest(refuse_rates.tokens, 0) else 1 end as wanted
    from cogo.rate_limits as known
    where known.limit_id = any (refuse_rates.asked)
    order by known.scope, known.unit
  loop
    if limited.is_taken then
      update cogo.rate_states as rate
      set full_at_ns = rate.full_at_ns - floor(limited.wanted::double precision * limited.span_ns / limited.max_count)::bigint
      where rate.limit_id = limited.limit_id and rate.subject_id = limited.subject_id;
      continue;
    end if;
    -- Further ahead than it can be used: the clock went back. It counts as all used now, and refills from here.
    update cogo.rate_states as rate set full_at_ns = refuse_rates.at_ns + limited.span_ns
    where rate.limit_id = limited.limit_id and rate.subject_id = limited.subject_id
      and rate.full_at_ns > refuse_rates.at_ns + limited.span_ns + patience_ns;
    wait_ns := null;
    if limited.max_count > 0 and limited.wanted <= limited.max_count then
      select greatest(rate.full_at_ns - refuse_rates.at_ns - limited.span_ns
        + floor(limited.wanted::double precision * limited.span_ns / limited.max_count)::bigint, 1)
      into wait_ns
      from cogo.rate_states as rate
      where rate.limit_id = limited.limit_id and rate.subject_id = limited.subject_id;
    end if;
    if wait_ns is null or wait_ns > longest_ns then
      longest_ns := wait_ns;
      narrowest := format('%s per %s s of the %s', limited.unit, limited.per_seconds, limited.scope);
    end if;
  end loop;
  return jsonb_build_object('limit', narrowest, 'retry_after_ms', ceil(longest_ns / 1000000.0));
end;
$$;

comment on function cogo.refuse_rates(bigint[], bigint[], uuid, uuid, uuid, bigint, bigint) is
  'Gives back what was taken of some rates when others had not enough, and tells which of those takes longest.';

revoke execute on function cogo.refuse_rates(bigint[], bigint[], uuid, uuid, uuid, bigint, bigint) from public;

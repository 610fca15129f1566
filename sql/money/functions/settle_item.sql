create function cogo.settle_item(item jsonb, tenant_id uuid, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  held cogo.reservations;
  before cogo.routing_outcomes;
  outcome cogo.routing_outcomes;
  usage jsonb := cogo.normal_usage(item -> 'usage');
  seconds real;
begin
  select known.* into held from cogo.reservations as known
  where known.decision_id = (item ->> 'decision_id')::uuid and known.attempt = coalesce((item ->> 'attempt')::integer, 1)
    and known.model_id <> 0 and (settle_item.tenant_id is null or known.tenant_id = settle_item.tenant_id)
  for update;
  if not found then
    return cogo.settle_refusal(item, 'decision_not_found');
  end if;
  outcome.status := coalesce(item ->> 'status', 'succeeded');
  outcome.usage := coalesce(usage, '{}');

  if held.state in ('settled', 'booked') then
    select known.* into before from cogo.routing_outcomes as known
    where known.decision_id = held.decision_id and known.attempt = held.attempt;
    if held.state = 'settled' and not (before.usage = '{}' and usage is not null) then
      if before.usage = outcome.usage and before.status = outcome.status then
        return cogo.settle_answer(held, before) || '{"repeated": true}';
      end if;
      return cogo.settle_refusal(item, 'already_settled');
    end if;
  end if;

  select billed.cost_nano, billed.is_estimate into outcome.cost_nano, outcome.is_estimate
  from cogo.cost_of(held, usage, outcome.status, (item ->> 'http_status')::integer) as billed;
  outcome.is_estimate := outcome.is_estimate or coalesce((item #>> '{usage,is_estimate}') = 'true', false);
  outcome.http_status := (item ->> 'http_status')::smallint;
  outcome.first_token_ms := (item ->> 'first_token_ms')::integer;
  outcome.total_ms := (item ->> 'total_ms')::integer;
  outcome.settled_at := settle_item.at;
  if held.grant_hash is not null and (before.decision_id is null or before.status = 'unknown') then
    seconds := (outcome.total_ms - coalesce(outcome.first_token_ms, 0)) / 1000.0;
    perform cogo.note_outcome(
      held.model_id, held.key_id, outcome.status, outcome.http_status::integer, (item ->> 'retry_after_ms')::bigint,
      outcome.first_token_ms, case when seconds > 0 then (usage ->> 'output_tokens')::real / seconds end, settle_item.at
    );
  end if;
  perform cogo.bill_reservation(held, outcome);
  return cogo.settle_answer(held, outcome);
end;
$$;

comment on function cogo.settle_item(jsonb, uuid, timestamptz) is
  'Settles one attempt, of this tenant (null: of any), or refuses to. Its reservation is locked before its accounts.';

revoke execute on function cogo.settle_item(jsonb, uuid, timestamptz) from public;

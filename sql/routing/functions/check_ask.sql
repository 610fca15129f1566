create function cogo.check_ask(ask jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  field text;
  problem record;
begin
  select checks.field, checks.problem into problem
  from (values
    ('service', ask ->> 'service' in ('chat', 'embeddings'), 'it must be chat or embeddings'),
    ('context_tokens', (ask ->> 'context_tokens')::numeric between 0 and 100000000, 'it must be a number from 0 to 100000000'),
    ('max_output_tokens', (ask ->> 'max_output_tokens')::numeric between 1 and 10000000, 'it must be a number from 1 to 10000000'),
    ('cached_tokens', (ask ->> 'cached_tokens')::numeric between 0 and 100000000, 'it must be a number from 0 to 100000000'),
    ('sla_ms', (ask ->> 'sla_ms')::numeric between 1 and 3600000, 'it must be a number from 1 to 3600000'),
    ('cost_sensitivity', (ask ->> 'cost_sensitivity')::float between 0 and 100, 'it must be a number from 0 to 100'),
    ('max_cost_nano', (ask ->> 'max_cost_nano')::numeric >= 0, 'it must be a number from 0 on'),
    ('data_policy', ask ->> 'data_policy' in ('any', 'no_training', 'zero_retention'), 'it must be any, no_training or zero_retention'),
    ('region', ask ->> 'region' ~ '^[a-z0-9-]{1,40}$', 'it must be 1 to 40 of a-z, 0-9 and -'),
    ('intended_model', length(ask ->> 'intended_model') between 1 and 200, 'it must have 1 to 200 characters'),
    ('prefix_hash', length(ask ->> 'prefix_hash') between 1 and 128, 'it must have 1 to 128 characters'),
    ('domain_tags', jsonb_array_length(ask -> 'domain_tags') <= 16, 'there may be 16 at most'),
    ('capabilities', jsonb_array_length(ask -> 'capabilities') <= 16, 'there may be 16 at most')
  ) as checks (field, fine, problem)
  where ask ? checks.field and not coalesce(checks.fine, false) or (checks.field in ('service', 'context_tokens') and not ask ? checks.field)
  limit 1;
  if found then
    perform cogo.refuse_argument(problem.field, problem.problem);
  end if;
  foreach field in array array['domain_tags', 'capabilities'] loop
    if exists (select from jsonb_array_elements(ask -> field) as item where (length(item #>> '{}') between 1 and 60) is not true) then
      perform cogo.refuse_argument(field, 'each must have 1 to 60 characters');
    end if;
  end loop;
end;
$$;

comment on function cogo.check_ask(jsonb) is 'Raises bad_argument (400) naming what is wrong with a request for a route.';

revoke execute on function cogo.check_ask(jsonb) from public;

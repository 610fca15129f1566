create function cogo.ingress_refusal(scope text, retry_after_ms integer)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  more jsonb := jsonb_build_object('scope', ingress_refusal.scope, 'retry_after_ms', greatest(ingress_refusal.retry_after_ms, 1));
begin
  if ingress_refusal.scope = 'queue' then
    return cogo.refusal(
      'overloaded', 503, 'Cannot take the job: too many are ready for the workers of its type',
      'Send it again after Retry-After, with the same idempotency key; nothing was enqueued.', more
    );
  end if;
  return cogo.refusal(
    'rate_limited', 429, format('Cannot take the request: the rate of this %s is used up', ingress_refusal.scope),
    'Send it again after Retry-After, with the same idempotency key; nothing was enqueued.', more
  );
end;
$$;

comment on function cogo.ingress_refusal(text, integer) is
  'The refusal of a request that comes too often (429) or when too much waits (503). Errors: rate_limited (429), overloaded (503).';

revoke execute on function cogo.ingress_refusal(text, integer) from public;

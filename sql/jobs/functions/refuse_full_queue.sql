create function cogo.refuse_full_queue(tenant uuid, jobs bigint, load bigint, bound cogo.tenant_bounds)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  message text := format(
    'Cannot enqueue %s jobs: tenant %s has %s of at most %s open', refuse_full_queue.jobs, refuse_full_queue.tenant,
    refuse_full_queue.load, (refuse_full_queue.bound).max_open
  );
  hint text := case
    when refuse_full_queue.jobs > (refuse_full_queue.bound).max_open
      then format('Send at most %s jobs in one call.', (refuse_full_queue.bound).max_open)
    else format('Try again in %s seconds; nothing was changed.', (refuse_full_queue.bound).retry_after_seconds)
  end;
begin
  -- Over HTTP PostgREST makes an answer with a header of this; the body is that of every error.
  if coalesce(current_setting('request.method', true), '') <> '' then
    raise sqlstate 'PGRST' using
      message = json_build_object('code', 'PT429', 'message', message, 'details', 'queue_full', 'hint', hint)::text,
      detail = json_build_object(
        'status', 429, 'headers', json_build_object('Retry-After', (refuse_full_queue.bound).retry_after_seconds::text)
      )::text;
  end if;
  raise sqlstate 'PT429' using message = message, detail = 'queue_full', hint = hint;
end;
$$;

comment on function cogo.refuse_full_queue(uuid, bigint, bigint, cogo.tenant_bounds) is 'Raises queue_full (429), over HTTP with a Retry-After header.';

revoke execute on function cogo.refuse_full_queue(uuid, bigint, bigint, cogo.tenant_bounds) from public;

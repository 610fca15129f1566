create function cogo.forget_idempotency_keys(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  forgotten integer;
begin
  with old as (
    select key.hash from cogo.idempotency_keys as key
    where key.expires_at < forget_idempotency_keys.at
    limit forget_idempotency_keys.row_limit
    for update skip locked
  )
  delete from cogo.idempotency_keys using old where idempotency_keys.hash = old.hash;
  get diagnostics forgotten = row_count;
  return forgotten;
end;
$$;

comment on function cogo.forget_idempotency_keys(timestamptz, integer) is 'Drops keys past their age, at most row_limit. Answers how many.';

revoke execute on function cogo.forget_idempotency_keys(timestamptz, integer) from public;

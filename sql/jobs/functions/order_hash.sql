create function cogo.order_hash(key_hash uuid)
returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  return cogo.limit_hash('order', order_hash.key_hash, null);
end;
$$;

comment on function cogo.order_hash(uuid) is
  'Under what the later jobs of a strict key sleep: a permit of the key that comes free does not concern them, the end of the job before does.';

revoke execute on function cogo.order_hash(uuid) from public;

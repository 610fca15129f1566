create function cogo.fresh_ids(new_ids bigint[], first_ids bigint[])
returns bigint[]
language plpgsql
immutable
set search_path = ''
as $$
begin
  return array(
    select item.new_id from unnest(fresh_ids.new_ids, fresh_ids.first_ids) as item (new_id, first_id)
    where item.new_id = item.first_id
  );
end;
$$;

comment on function cogo.fresh_ids(bigint[], bigint[]) is 'The ids of a batch whose jobs are new, not repeats of an earlier one.';

revoke execute on function cogo.fresh_ids(bigint[], bigint[]) from public;

create function cogo.count_calls(name text, labels jsonb, total bigint)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  insert into cogo.call_totals as known (name, labels, total)
  values (count_calls.name, count_calls.labels, count_calls.total)
  on conflict (name, labels) do update set total = known.total + excluded.total;
end;
$$;

comment on function cogo.count_calls(text, jsonb, bigint) is 'Adds to a total. To be called by one at a time.';

revoke execute on function cogo.count_calls(text, jsonb, bigint) from public;

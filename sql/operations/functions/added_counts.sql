create function cogo.added_counts(a jsonb, b jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_object_agg(summed.key, summed.total), '{}')
    from (
      select item.key, sum(item.value::numeric) as total
      from (select * from jsonb_each_text(added_counts.a) union all select * from jsonb_each_text(added_counts.b)) as item
      group by item.key
    ) as summed
  );
end;
$$;

comment on function cogo.added_counts(jsonb, jsonb) is 'Two objects of numbers added name by name.';

revoke execute on function cogo.added_counts(jsonb, jsonb) from public;

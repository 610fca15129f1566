create function cogo.count_rejections(list cogo.route_lists, context jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select coalesce(jsonb_object_agg(counted.reason, counted.many), '{}')
    from (
      select told.reason, sum(told.many) as many
      from (
        select reason, 1 as many from cogo.model_rejections(list, count_rejections.context) where reason is not null
        union all
        select key, value::integer from jsonb_each_text(list.left_out)
      ) as told
      group by told.reason
    ) as counted
  );
end;
$$;

comment on function cogo.count_rejections(cogo.route_lists, jsonb) is
  'How many models were not to be chosen, by reason: those of a list and those that were left out of it.';

revoke execute on function cogo.count_rejections(cogo.route_lists, jsonb) from public;

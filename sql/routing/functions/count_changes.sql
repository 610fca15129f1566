create function cogo.count_changes(changes jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'providers_added', count(*) filter (where what = 'provider' and added),
      'providers_changed', count(*) filter (where what = 'provider' and not added),
      'models_added', count(*) filter (where what = 'model' and added),
      'models_changed', count(*) filter (where what = 'model' and not added),
      'prices_added', count(*) filter (where what = 'price' and added),
      'prices_changed', count(*) filter (where what = 'price' and not added)
    )
    from (
      select entry ->> 'what' as what, entry -> 'before' = 'null' as added from jsonb_array_elements(count_changes.changes) as entry
    ) as counted
  );
end;
$$;

comment on function cogo.count_changes(jsonb) is 'How many of each kind the changes of an import are.';

revoke execute on function cogo.count_changes(jsonb) from public;

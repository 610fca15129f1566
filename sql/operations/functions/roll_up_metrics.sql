create function cogo.roll_up_metrics(row_limit integer default 5000)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  now_ constant timestamptz := cogo.now_();
  each record;
  moved jsonb;
  rolled integer := 0;
begin
  for each in
    select * from (values ('1m', '1h', interval '2 minutes'), ('1h', '1d', interval '62 minutes')) as level (step, wider, age)
  loop
    for round_ in 1..4 loop
      with due as (
        select line.series_id, line.at from cogo.metric_rows as line
        where not line.rolled and line.step = each.step and line.at <= now_ - each.age
        order by line.at, line.series_id
        limit roll_up_metrics.row_limit
        for update skip locked
      ),
      taken as (
        update cogo.metric_rows as line set rolled = true from due
        where line.series_id = due.series_id and line.step = each.step and line.at = due.at
        returning line.*
      )
      select jsonb_agg(to_jsonb(taken)) into moved from taken;
      exit when moved is null;
      perform cogo.add_metric_rows(each.wider, moved);
      rolled := rolled + jsonb_array_length(moved);
    end loop;
  end loop;
  return rolled;
end;
$$;

comment on function cogo.roll_up_metrics(integer) is
  'Adds minutes that are over to their hours, and hours to their days, each once, in bounded rounds. Answers how many rows. Any number may run at once.';

revoke execute on function cogo.roll_up_metrics(integer) from public;
grant execute on function cogo.roll_up_metrics(integer) to service_role;

create function cogo.judge_level(slo cogo.slos, at timestamptz)
returns table (
  subject text, labels jsonb, severity text, kept text, value numeric, figures jsonb, message text, has_data boolean
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  worse text := (select known.worse from cogo.slo_kinds() as known where known.kind = slo.kind);
  -- As numbers that grow when it gets worse.
  sign integer := case worse when 'below' then -1 else 1 end;
  slack numeric := case worse when 'below' then 1.25 else 0.8 end;
  level record;
begin
  for level in
    execute format('select * from cogo.%I($1, $2) order by value * %s desc nulls last limit 100', 'level_' || slo.kind, sign)
    using slo, judge_level.at
  loop
    subject := left(level.subject, 200);
    labels := level.labels;
    value := level.value;
    has_data := true;
    severity := case
      when level.value * sign >= slo.critical_at * sign then 'critical'
      when level.value * sign >= slo.warning_at * sign then 'warning'
    end;
    kept := case
      when level.value * sign >= slo.critical_at * slack * sign then 'critical'
      when level.value * sign >= slo.warning_at * slack * sign then 'warning'
    end;
    figures := jsonb_strip_nulls(jsonb_build_object('value', level.value, 'warning_at', slo.warning_at, 'critical_at', slo.critical_at));
    message := level.says;
    return next;
  end loop;
end;
$$;

comment on function cogo.judge_level(cogo.slos, timestamptz) is
  'Holds what an SLO of levels watches, the worst 100, against its levels. kept: what a firing alert keeps until the level is a fifth better.';

revoke execute on function cogo.judge_level(cogo.slos, timestamptz) from public;

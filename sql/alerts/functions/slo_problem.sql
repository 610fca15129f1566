create function cogo.slo_problem(slo cogo.slos)
returns text
language plpgsql
immutable
set search_path = ''
as $$
#variable_conflict use_column
declare
  kind record;
  wrong jsonb;
begin
  select * into kind from cogo.slo_kinds() as known where known.kind = slo.kind;
  if not found then
    return format('kind: it must be one of %s', (select string_agg(known.kind, ', ' order by known.kind) from cogo.slo_kinds() as known));
  elsif kind.measures = 'share' and (coalesce(slo.objective <= 0 or slo.objective >= 1, true) or slo.warning_at is not null or slo.critical_at is not null) then
    return format('objective: %s promises a share, such as 0.99, and has no levels', slo.kind);
  elsif kind.measures = 'level' and (slo.objective is not null or coalesce(slo.warning_at, slo.critical_at) is null) then
    return format('warning_at: %s has a level, warning_at or critical_at or both, and no objective', slo.kind);
  elsif (slo.threshold_ms is not null) <> (kind.measures = 'share' and kind.says like '%\%s%') then
    return format('threshold_ms: %s %s', slo.kind, case when slo.threshold_ms is null then 'needs one' else 'has none' end);
  elsif slo.scope <> all (kind.scopes) then
    return format('%s_id: %s cannot be narrowed to one', slo.scope, slo.kind);
  elsif ((slo.critical_at - slo.warning_at) * (case kind.worse when 'below' then -1 else 1 end) < 0) then
    return 'critical_at: it must be worse than warning_at';
  end if;
  select rule into wrong
  from jsonb_array_elements(slo.rules) as rule
  where (
    jsonb_typeof(rule) = 'object' and rule ->> 'severity' in ('warning', 'critical')
    and jsonb_typeof(rule -> 'long_seconds') = 'number' and jsonb_typeof(rule -> 'short_seconds') = 'number'
    and jsonb_typeof(rule -> 'burn') = 'number'
    and (rule ->> 'long_seconds') ~ '^\d{2,7}$' and (rule ->> 'short_seconds') ~ '^\d{2,7}$'
    and (rule ->> 'short_seconds')::integer between 60 and (rule ->> 'long_seconds')::integer
    and (rule ->> 'burn')::numeric > 0 and (rule ->> 'burn')::numeric * (1 - slo.objective) <= 1
  ) is not true
  limit 1;
  if found or jsonb_array_length(slo.rules) > 8 then
    return format(
      'rules: at most 8 of {severity warning or critical, long_seconds, short_seconds from 60 up to that, burn above 0 and at most %s, which all events bad make}; %s is none',
      trim_scale(round(1 / (1 - slo.objective), 2)), coalesce(wrong::text, 'a longer list')
    );
  end if;
  return null;
end;
$$;

comment on function cogo.slo_problem(cogo.slos) is 'What is wrong with an SLO beyond its constraints, as "field: problem"; null = nothing.';

revoke execute on function cogo.slo_problem(cogo.slos) from public;

create function cogo.fold_http(at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lines jsonb;
begin
  with taken as (
    update cogo.http_flushes as flush set folded = true
    where flush.flush_id in (
      select oldest.flush_id from cogo.http_flushes as oldest where not oldest.folded order by oldest.at limit 2000 for update skip locked
    )
    returning flush.at, flush.counts
  )
  select jsonb_agg(line.value || jsonb_build_object('at', taken.at)) into lines
  from taken cross join lateral jsonb_array_elements(taken.counts) as line;
  delete from cogo.http_flushes as old where old.folded and old.at < fold_http.at - interval '1 hour';
  if lines is null then
    return;
  end if;
  perform cogo.add_metrics((
    select jsonb_agg(jsonb_build_object(
      'name', 'http', 'at', line -> 'at', 'ms', line -> 'ms', 'bins', line -> 'bins', 'bin_counts', line -> 'bin_counts',
      'labels', jsonb_build_object('function', line -> 'function', 'route', line -> 'route', 'status', line -> 'status'),
      'counts', jsonb_build_object('requests', many.total, 'errors', case when line ->> 'status' >= '500' then many.total else 0 end)
    ))
    from jsonb_array_elements(lines) as line
    cross join lateral (select sum(one::bigint) as total from jsonb_array_elements_text(line -> 'bin_counts') as one) as many
  ));
  perform cogo.add_times((
    select jsonb_agg(jsonb_build_object(
      'name', 'http', 'within', jsonb_build_object('function', line -> 'function', 'route', line -> 'route', 'status', line -> 'status'),
      'place', slot.place, 'many', slot.many, 'ms', case slot.place when 1 then line -> 'ms' else '0' end
    ))
    from jsonb_array_elements(lines) as line
    cross join lateral jsonb_array_elements(line -> 'places') with ordinality as slot (many, place)
  ));
end;
$$;

comment on function cogo.fold_http(timestamptz) is
  'Adds what functions counted of their answers to the history and to cogo.time_totals, at most 2,000 flushes a round.';

revoke execute on function cogo.fold_http(timestamptz) from public;

create function cogo.fold_refusals()
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  notes cogo.refusal_notes[];
begin
  with taken as (
    delete from cogo.refusal_notes as known
    where known.note_id in (select oldest.note_id from cogo.refusal_notes as oldest order by oldest.note_id limit 20000)
    returning known.*
  )
  select array_agg(taken::cogo.refusal_notes) into notes from taken;
  if notes is null then
    return 0;
  end if;
  perform cogo.count_calls('refusals', jsonb_build_object('reason', counted.word), counted.many)
  from (select note.word, count(*) as many from unnest(notes) as note group by note.word) as counted;
  perform cogo.count_calls('rejections', jsonb_build_object('reason', counted.key), counted.many)
  from (
    -- {reason: how many models}, or of keys {provider: throttled | dead}.
    select told.key, sum(told.many)::bigint as many
    from unnest(notes) as note
    cross join lateral jsonb_each(note.rejected) as item
    cross join lateral (
      select case jsonb_typeof(item.value) when 'number' then item.key else item.value #>> '{}' end as key,
        case jsonb_typeof(item.value) when 'number' then (item.value #>> '{}')::bigint else 1 end as many
    ) as told
    group by told.key
  ) as counted;
  return cardinality(notes);
end;
$$;

comment on function cogo.fold_refusals() is 'Moves noted refusals into cogo.call_totals, at most 20,000 a round. Answers how many.';

revoke execute on function cogo.fold_refusals() from public;

create function cogo.ids_around(moment timestamptz, out low bigint, out high bigint)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  middle bigint;
  made timestamptz;
begin
  low := 0;
  high := coalesce(pg_sequence_last_value('cogo.jobs_id_seq'::regclass), 0);
  -- A thousand ids more or less cost less than the last ten steps.
  while ids_around.moment is not null and high - low > 1000 loop
    middle := (low + high) / 2;
    select job.created_at into made from cogo.jobs as job where job.id > middle order by job.id limit 1;
    if made < ids_around.moment then
      low := middle;
    else
      high := middle;
    end if;
  end loop;
end;
$$;

comment on function cogo.ids_around(timestamptz) is
  'Two job ids with a moment between them: up to low all were made before it, above high none. Halves the ids, since they follow created_at but for calls that overlap. For null: all ids.';

revoke execute on function cogo.ids_around(timestamptz) from public;

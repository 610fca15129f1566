create function cogo.erase_quality_runs(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('quality_runs', leaving, erase_quality_runs.row_limit);
  gone integer;
begin
  is_met := batch.met > 0;
  next := batch.next;
  counts := cogo.erase_with('quality_runs', batch.keys);
  delete from cogo.artifacts as artifact where artifact.run_id = any (batch.keys::uuid[]);
  get diagnostics gone = row_count;
  delete from cogo.quality_runs as run where run.ctid = any (batch.places);
  counts := counts || jsonb_build_object('artifacts', gone, 'quality_runs', cardinality(batch.places));
end;
$$;

comment on function cogo.erase_quality_runs(cogo.offboardings, integer) is
  'Erases quality runs with their results, fixes and artifacts. Answers as erase_part.';

revoke execute on function cogo.erase_quality_runs(cogo.offboardings, integer) from public;

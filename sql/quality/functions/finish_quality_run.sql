create function cogo.finish_quality_run(run_id uuid, summary jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  run cogo.quality_runs := cogo.lock_quality_run(finish_quality_run.run_id);
  ruling record;
  is_new boolean := run.verdict is null;
begin
  if coalesce(jsonb_typeof(finish_quality_run.summary), 'null') <> 'object'
    or cogo.json_bytes(finish_quality_run.summary) > 65536 then
    raise sqlstate 'PT400' using
      message = 'Cannot finish a quality run: summary must be a JSON object of at most 64 KB',
      detail = 'bad_argument',
      hint = 'Pass {} when there is nothing to add.';
  end if;

  if is_new then
    select * into ruling from cogo.quality_verdict(run.id);

    update cogo.quality_runs as finished
    set verdict = ruling.verdict,
      finished_at = cogo.now_(),
      summary = jsonb_build_object('reason', ruling.reason) || finish_quality_run.summary
    where finished.id = run.id
    returning * into run;
  end if;

  return jsonb_build_object('run_id', run.id, 'verdict', run.verdict, 'summary', run.summary,
    'finished_at', run.finished_at, 'finished_now', is_new);
end;
$$;

comment on function cogo.finish_quality_run(uuid, jsonb) is
  'Closes a run with the verdict that its gate results give; a repeat returns the first verdict and summary.';

revoke execute on function cogo.finish_quality_run(uuid, jsonb) from public;
grant execute on function cogo.finish_quality_run(uuid, jsonb) to authenticated, service_role;

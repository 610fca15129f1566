create function cogo.open_quality_run(kind text, target text, iso_week text, dry boolean, run_number integer)
returns jsonb
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := coalesce(cogo.caller_tenant(), cogo.default_tenant());
  week text := cogo.resolve_iso_week(open_quality_run.iso_week);
  run cogo.quality_runs;
  is_new boolean := false;
begin
  perform cogo.check_quality_target(open_quality_run.target);
  if open_quality_run.run_number is null or open_quality_run.run_number not between 1 and 10000 then
    raise sqlstate 'PT400' using
      message = 'Cannot schedule a quality run: run_number must be from 1 to 10000',
      detail = 'bad_argument',
      hint = 'Leave run_number out for the week''s first run; take the latest one plus 1 to run again.';
  end if;

  if not open_quality_run.dry then
    -- A second caller waits here for the first one's commit and then finds its row.
    insert into cogo.quality_runs (tenant_id, kind, iso_week, target, run_number, created_at)
    values (tenant, open_quality_run.kind, week, open_quality_run.target, open_quality_run.run_number, cogo.now_())
    on conflict do nothing
    returning * into run;
    is_new := run.id is not null;
  end if;

  if is_new and run.kind = 'weekly' then
    run := cogo.enqueue_decide(run);
  elsif is_new then
    run := cogo.enqueue_gate(run);
  else
    select * into run from cogo.quality_runs as known
    where known.tenant_id = tenant and known.kind = open_quality_run.kind and known.iso_week = week
      and known.target = open_quality_run.target and known.run_number = open_quality_run.run_number;
  end if;

  return jsonb_build_object(
    'run_id', run.id, 'job_id', run.job_ids[1], 'created', is_new, 'iso_week', week,
    'target', open_quality_run.target, 'run_number', open_quality_run.run_number,
    'latest_run_number', (
      select max(known.run_number) from cogo.quality_runs as known
      where known.tenant_id = tenant and known.kind = open_quality_run.kind and known.iso_week = week
        and known.target = open_quality_run.target
    ),
    'dry', open_quality_run.dry, 'verdict', run.verdict,
    'plan', case open_quality_run.kind
      when 'weekly' then
        '["orchestrator.decide", "quality.lint", "quality.check", "quality.test", "quality.aggregate"]'::jsonb
      else '["quality.gate", "quality.aggregate"]'
    end
  );
end;
$$;

comment on function cogo.open_quality_run(text, text, text, boolean, integer) is
  'Opens the run of a kind, target and ISO week and enqueues its first jobs; a repeat returns the first.';

revoke execute on function cogo.open_quality_run(text, text, text, boolean, integer) from public;

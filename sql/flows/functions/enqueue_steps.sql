create function cogo.enqueue_steps(specs jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  spec jsonb;
begin
  begin
    perform cogo.write_step_jobs(enqueue_steps.specs, enqueue_steps.at);
    return;
  exception when sqlstate 'PT400' or sqlstate 'PT413' or sqlstate 'PT422' then
    null;
  end;
  -- Some job cannot be enqueued. Its step fails; the worker whose call brought the run here is not to blame.
  for spec in select value from jsonb_array_elements(enqueue_steps.specs) loop
    begin
      perform cogo.write_step_jobs(jsonb_build_array(spec), enqueue_steps.at);
    exception when sqlstate 'PT400' or sqlstate 'PT413' or sqlstate 'PT422' then
      perform cogo.refuse_step(spec, sqlerrm, enqueue_steps.at);
    end;
  end loop;
end;
$$;

comment on function cogo.enqueue_steps(jsonb, timestamptz) is
  'Enqueues jobs of steps; where one cannot be, its step fails with the reason.';

revoke execute on function cogo.enqueue_steps(jsonb, timestamptz) from public;

create function cogo.raise_quality_run_not_found(run_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise sqlstate 'PT404' using
    message = format('Cannot find quality run %s', coalesce(raise_quality_run_not_found.run_id::text, '(none given)')),
    detail = 'quality_run_not_found',
    hint = 'Call list_quality_runs for the runs that this caller may see.';
end;
$$;

comment on function cogo.raise_quality_run_not_found(uuid) is
  'Raises quality_run_not_found, for an unknown run and for another tenant''s alike.';

revoke execute on function cogo.raise_quality_run_not_found(uuid) from public;

create function cogo.step_routes(
  wanted text[],
  out types text[],
  out lanes smallint[],
  out leases smallint[],
  out limits smallint[],
  out schemas jsonb[]
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  job_type text;
  route record;
begin
  for job_type in select distinct item from unnest(step_routes.wanted) as item loop
    begin
      route := cogo.job_route(job_type, 'normal', null, null);
      types := types || job_type;
      lanes := lanes || route.lane_id;
      leases := leases || route.lease_seconds;
      limits := limits || route.max_attempts;
      schemas := schemas || array[route.payload_schema];
    exception when sqlstate 'PT400' then
      -- Settings may have gone since the definition was registered. The step says so; its worker is not to blame.
      null;
    end;
  end loop;
end;
$$;

comment on function cogo.step_routes(text[]) is
  'cogo.job_route for each type, as arrays of the same order; a type that no lane takes any more is missing.';

revoke execute on function cogo.step_routes(text[]) from public;

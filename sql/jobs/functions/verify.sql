create function cogo.verify()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  -- Stable, like all it calls: the whole check reads one snapshot, so work that goes on meanwhile cannot mislead it.
  return query select * from cogo.verify_places();
  return query select * from cogo.verify_claims();
  return query select * from cogo.verify_history();
end;
$$;

comment on function cogo.verify() is
  'Checks every invariant of the engine on live data. No rows = healthy; each row names an invariant, how it is broken, and where.';

revoke execute on function cogo.verify() from public;
grant execute on function cogo.verify() to service_role;

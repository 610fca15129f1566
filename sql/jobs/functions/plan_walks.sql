create function cogo.plan_walks()
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.retention_walks (keep_seconds, kind)
  select distinct age.keep_seconds, kinds.kind
  from cogo.job_types as ruling
  cross join lateral (values (ruling.keep_succeeded_seconds), (ruling.keep_failed_seconds)) as age (keep_seconds)
  cross join (values ('jobs'), ('events')) as kinds (kind)
  on conflict do nothing;
  delete from cogo.retention_walks as walk
  where not exists (
    select from cogo.job_types as ruling
    where walk.keep_seconds in (ruling.keep_succeeded_seconds, ruling.keep_failed_seconds)
  );
end;
$$;

comment on function cogo.plan_walks() is 'Two walks along the events for each age that some job type asks for, and no others.';

revoke execute on function cogo.plan_walks() from public;

create function cogo.doom_artifacts(locations text[])
returns text[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  doomed text[];
begin
  if doom_artifacts.locations is null or cardinality(doom_artifacts.locations) > 1000 then
    perform cogo.refuse_argument('locations', 'it must be an array of at most 1000 texts');
  end if;
  perform cogo.lock_artifacts(array(select cogo.location_tenant(place) from unnest(doom_artifacts.locations) as place));
  delete from cogo.artifact_sweeps as swept where swept.doomed_at < cogo.now_() - interval '10 minutes';
  with marked as (
    insert into cogo.artifact_sweeps as swept (location, doomed_at)
    select distinct place, cogo.now_() from unnest(doom_artifacts.locations) as place
    where not exists (select from cogo.artifacts as artifact where artifact.location = place)
    on conflict (location) do update set doomed_at = excluded.doomed_at
    returning swept.location
  )
  select coalesce(array_agg(marked.location), '{}') into doomed from marked;
  return doomed;
end;
$$;

comment on function cogo.doom_artifacts(text[]) is
  'Of these places, those that no artifact names: their bytes may be deleted within ten minutes, for until cogo.artifacts_swept nobody can record them. Errors: bad_argument (400).';

revoke execute on function cogo.doom_artifacts(text[]) from public;
grant execute on function cogo.doom_artifacts(text[]) to service_role;

-- Written by npm run build:schemas from functions/_shared/messages. Do not edit.
create function cogo.event_schema(type text)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  case event_schema.type
    when 'job_enqueued' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_enqueued",
        "hash": "d210ccac0e739b42fd712da34a8aa1089ae861d493dc057845f89ccea7927d21"
      }'::jsonb;
    when 'job_claimed' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_claimed",
        "hash": "93630bf64f32adf4b2a779dd0f3dc82e9a09467a1ba9a21c1e67ce6e015ce896"
      }'::jsonb;
    when 'job_started' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_started",
        "hash": "3fc61e7db6168c16c13e8fdb97a50718756d90857f2d2e4098ad0b7710d145b3"
      }'::jsonb;
    when 'job_lease_renewed' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_lease_renewed",
        "hash": "c9e87fdb1214a000840187ab8c76c4c566e125d8e004395afff0c568dc7712ce"
      }'::jsonb;
    when 'job_heartbeat' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_heartbeat",
        "hash": "1c5c09cd7680e2d89fda1ff32431e87cbee89f0d7ec095dba83d18cfcc650100"
      }'::jsonb;
    when 'job_succeeded' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_succeeded",
        "hash": "00c1837658a17abc6f14b751e9aba74d45c85cb396c1d4efcfbd2727ff46668c"
      }'::jsonb;
    when 'job_failed' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_failed",
        "hash": "e9a192128f776bd6b273f51173c32426ea42f86542b1d5866f0c9b2c2e821d5c"
      }'::jsonb;
    when 'job_retried' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_retried",
        "hash": "0890320b7e2f597532348e9dc595cac5a1617830916081fefd989a815ff5d7b2"
      }'::jsonb;
    when 'job_released' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_released",
        "hash": "9dc075194be4f187520aaed96fb477e5e4fdf7ca205b47b98854f653c53e26eb"
      }'::jsonb;
    when 'job_lease_expired' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_lease_expired",
        "hash": "e1dd06e4013b9b35cdeb02597643d015b1180e2559c623772387bddfcdc3eae3"
      }'::jsonb;
    when 'job_cancelled' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_cancelled",
        "hash": "285267a06c1dbfd555d5ca5a134e726ee77bb75add7ac12d9e1d5e7d355fdb30"
      }'::jsonb;
    when 'job_dead_lettered' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_dead_lettered",
        "hash": "667eb8ba8fa6f3255ea4358dad225fdb07316bb90b51c45861ef192cbce109f6"
      }'::jsonb;
    when 'job_compensated' then
      return '{
        "namespace": "cogo.jobs",
        "name": "job_compensated",
        "hash": "27109b6d9633bee6229616739ccd373211b569ae10fcdcc0f6aad9d07aa8d0f1"
      }'::jsonb;
    else
      return null;
  end case;
end;
$$;

comment on function cogo.event_schema(text) is
  'The schema part of a job event''s envelope: namespace cogo.jobs, name, hash; or null.';

revoke execute on function cogo.event_schema(text) from public;

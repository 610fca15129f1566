-- Written by npm run build:schemas from functions/_shared/messages. Do not edit.
create function cogo.event_schema(type text)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  case event_schema.type
    when 'job_enqueued' then return '{
        "namespace": "cogo.jobs",
        "name": "job_enqueued",
        "hash": "a89db3a6b76a61fcf0358e4b2bde72c09cb3ee8e8917c1685338d965f46e9d8c"
      }'::jsonb;
    when 'job_claimed' then return '{
        "namespace": "cogo.jobs",
        "name": "job_claimed",
        "hash": "378b47bb06315609cb38ce105703ac2efca06210f5663c74f41da0d23a8f3fa4"
      }'::jsonb;
    when 'job_started' then return '{
        "namespace": "cogo.jobs",
        "name": "job_started",
        "hash": "378b47bb06315609cb38ce105703ac2efca06210f5663c74f41da0d23a8f3fa4"
      }'::jsonb;
    when 'job_lease_renewed' then return '{
        "namespace": "cogo.jobs",
        "name": "job_lease_renewed",
        "hash": "56ef44fc42d2d6230426c4eed36d96aac9bd35f0cb70ae7d2d96982273e0d820"
      }'::jsonb;
    when 'job_heartbeat' then return '{
        "namespace": "cogo.jobs",
        "name": "job_heartbeat",
        "hash": "56ef44fc42d2d6230426c4eed36d96aac9bd35f0cb70ae7d2d96982273e0d820"
      }'::jsonb;
    when 'job_succeeded' then return '{
        "namespace": "cogo.jobs",
        "name": "job_succeeded",
        "hash": "378b47bb06315609cb38ce105703ac2efca06210f5663c74f41da0d23a8f3fa4"
      }'::jsonb;
    when 'job_failed' then return '{
        "namespace": "cogo.jobs",
        "name": "job_failed",
        "hash": "94f8b19fd6e29903546a9027728503b5c969f920ad83ce9930416569e98b57b9"
      }'::jsonb;
    when 'job_retried' then return '{
        "namespace": "cogo.jobs",
        "name": "job_retried",
        "hash": "ea4104b3b26d2e4452cc98ee83e7a5815b10b771ddbd5e2223fd1df3c973a743"
      }'::jsonb;
    when 'job_released' then return '{
        "namespace": "cogo.jobs",
        "name": "job_released",
        "hash": "378b47bb06315609cb38ce105703ac2efca06210f5663c74f41da0d23a8f3fa4"
      }'::jsonb;
    when 'job_lease_expired' then return '{
        "namespace": "cogo.jobs",
        "name": "job_lease_expired",
        "hash": "378b47bb06315609cb38ce105703ac2efca06210f5663c74f41da0d23a8f3fa4"
      }'::jsonb;
    when 'job_cancelled' then return '{
        "namespace": "cogo.jobs",
        "name": "job_cancelled",
        "hash": "80c61feff018bb787997ecb177e7c6352afdf6255ed853fec288faf9e19614dc"
      }'::jsonb;
    when 'job_dead_lettered' then return '{
        "namespace": "cogo.jobs",
        "name": "job_dead_lettered",
        "hash": "ac25a445b23a16570fb2705ef3a8df970072dc4db844b2c443c55efb52e5ea49"
      }'::jsonb;
    when 'job_compensated' then return '{
        "namespace": "cogo.jobs",
        "name": "job_compensated",
        "hash": "076a0be35c91fcb514279b5dc7ea02d32ae799d0ade17c2c2c88c65f3a9b2520"
      }'::jsonb;
    else
      return null;
  end case;
end;
$$;

comment on function cogo.event_schema(text) is
  'The schema part of a job event''s envelope: namespace cogo.jobs, name, hash; or null.';

revoke execute on function cogo.event_schema(text) from public;

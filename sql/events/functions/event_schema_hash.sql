-- Written by npm run build:schemas from functions/_shared/messages. Do not edit.
create function cogo.event_schema_hash(type text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  case event_schema_hash.type
    when 'job_enqueued' then
      return 'a89db3a6b76a61fcf0358e4b2bde72c09cb3ee8e8917c1685338d965f46e9d8c';
    when 'job_claimed', 'job_started', 'job_succeeded', 'job_released', 'job_lease_expired' then
      return '378b47bb06315609cb38ce105703ac2efca06210f5663c74f41da0d23a8f3fa4';
    when 'job_lease_renewed', 'job_heartbeat' then
      return '56ef44fc42d2d6230426c4eed36d96aac9bd35f0cb70ae7d2d96982273e0d820';
    when 'job_failed' then
      return '94f8b19fd6e29903546a9027728503b5c969f920ad83ce9930416569e98b57b9';
    when 'job_retried' then
      return 'ea4104b3b26d2e4452cc98ee83e7a5815b10b771ddbd5e2223fd1df3c973a743';
    when 'job_cancelled' then
      return '80c61feff018bb787997ecb177e7c6352afdf6255ed853fec288faf9e19614dc';
    when 'job_dead_lettered' then
      return 'ac25a445b23a16570fb2705ef3a8df970072dc4db844b2c443c55efb52e5ea49';
    when 'job_compensated' then
      return '076a0be35c91fcb514279b5dc7ea02d32ae799d0ade17c2c2c88c65f3a9b2520';
    else
      return null;
  end case;
end;
$$;

comment on function cogo.event_schema_hash(text) is
  'The schema.hash of a job event''s envelope: SHA-256 of its payload schema; or null.';

revoke execute on function cogo.event_schema_hash(text) from public;

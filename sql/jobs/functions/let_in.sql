create function cogo.let_in(tenant uuid, room bigint, at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  entered record;
begin
  with gone as (
    delete from cogo.over_bound where ctid = any (array(
      select later.ctid from cogo.over_bound as later
      where later.tenant_id = let_in.tenant
      order by later.job_id limit least(let_in.room, 1000)
      for update skip locked
    ))
    returning over_bound.job_id, over_bound.lane_id
  )
  select array_agg(gone.job_id order by gone.job_id) as job_ids, array_agg(gone.lane_id order by gone.job_id) as lane_ids
  into entered from gone;
  if entered.job_ids is null then
    return 0;
  end if;
  insert into cogo.tenant_loads (tenant_id, jobs) values (let_in.tenant, cardinality(entered.job_ids));
  perform cogo.push_ready(
    entered.job_ids, entered.lane_ids, array_fill(1::smallint, array[cardinality(entered.job_ids)]), let_in.at
  );
  return cardinality(entered.job_ids);
end;
$$;

comment on function cogo.let_in(uuid, bigint, timestamptz) is
  'Makes a tenant''s oldest jobs over its bound ready, as many as there is room for. Answers how many.';

revoke execute on function cogo.let_in(uuid, bigint, timestamptz) from public;

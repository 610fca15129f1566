create function cogo.take_in_turn(
  lane_id smallint,
  after_tenant uuid,
  want integer,
  out job_ids bigint[],
  out attempts smallint[],
  out last_tenant uuid
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  missing integer := take_in_turn.want;
  tenants uuid[];
  next_tenant uuid;
  served record;
begin
  last_tenant := take_in_turn.after_tenant;
  -- A round gives each tenant the same; what some do not have, the next round gives to the others.
  for round in 1 .. 5 loop
    tenants := '{}';
    next_tenant := last_tenant;
    while cardinality(tenants) < missing loop
      next_tenant := cogo.next_in_turn(take_in_turn.lane_id, next_tenant);
      exit when next_tenant is null or next_tenant = tenants[1];
      tenants := tenants || next_tenant;
    end loop;
    exit when cardinality(tenants) = 0;

    with chosen as (
      select mine.place, turn.tenant_id, turn.nth, mine.job_id
      from unnest(tenants) with ordinality as turn (tenant_id, nth), lateral (
        select later.ctid as place, later.job_id from cogo.backlog as later
        where later.lane_id = take_in_turn.lane_id and later.tenant_id = turn.tenant_id
        order by later.job_id limit ceil(missing::numeric / cardinality(tenants))::integer
        for update skip locked
      ) as mine
    ),
    ranked as (
      select chosen.*, row_number() over (partition by chosen.tenant_id order by chosen.job_id) as rank from chosen
    ),
    gone as (
      delete from cogo.backlog as later
      using (select * from ranked order by ranked.rank, ranked.nth limit missing) as picked
      where later.ctid = picked.place
      returning later.job_id, later.attempt, picked.tenant_id, picked.rank, picked.nth
    )
    select
      array_agg(gone.job_id order by gone.rank, gone.nth) as job_ids,
      array_agg(gone.attempt order by gone.rank, gone.nth) as attempts,
      (array_agg(gone.tenant_id order by gone.rank desc, gone.nth desc))[1] as last_tenant
    into served from gone;
    exit when served.job_ids is null;
    job_ids := job_ids || served.job_ids;
    attempts := attempts || served.attempts;
    last_tenant := served.last_tenant;
    missing := missing - cardinality(served.job_ids);
    exit when missing <= 0;
  end loop;
end;
$$;

comment on function cogo.take_in_turn(smallint, uuid, integer) is
  'Takes up to want jobs out of a lane''s backlog, tenant by tenant from the one after after_tenant on, each tenant''s oldest first. Looks at about want rows, however many tenants and jobs there are, and passes by what others are taking.';

revoke execute on function cogo.take_in_turn(smallint, uuid, integer) from public;

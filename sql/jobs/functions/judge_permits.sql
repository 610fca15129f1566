create function cogo.judge_permits(
  job_ids bigint[],
  places jsonb,
  paid integer[],
  states jsonb,
  at timestamptz,
  out verdicts text[],
  out refused_by integer[],
  out retry_at timestamptz[],
  out free integer[],
  out due_at timestamptz[]
)
language plpgsql
set search_path = ''
as $$
declare
  locked boolean[];
  paused boolean[];
  heads bigint[];
  paces interval[];
  bursts interval[];
  place integer;
  verdict text;
  blocker integer;
  wait_until timestamptz;
begin
  select
    array_agg(state.free order by state.ordinal), array_agg(state.due_at order by state.ordinal),
    array_agg(state.locked order by state.ordinal), array_agg(state.paused order by state.ordinal),
    array_agg(state.head order by state.ordinal), array_agg(state.pace order by state.ordinal),
    array_agg(state.burst order by state.ordinal)
  into free, due_at, locked, paused, heads, paces, bursts
  from jsonb_to_recordset(judge_permits.states) as state (
    ordinal integer, locked boolean, paused boolean, free integer, due_at timestamptz, pace interval, burst interval, head bigint
  );

  for nth in 1 .. cardinality(judge_permits.job_ids) loop
    verdict := 'granted';
    blocker := null;
    wait_until := null;
    for place in select value::integer from jsonb_array_elements_text(judge_permits.places -> (nth - 1)) loop
      if paused[place] or free[place] <= 0 or heads[place] < judge_permits.job_ids[nth] then
        verdict := 'asleep';
        blocker := place;
        exit;
      elsif not locked[place] then
        verdict := 'again';
        blocker := place;
      elsif verdict = 'granted' and paces[place] is not null and place is distinct from judge_permits.paid[nth]
        and due_at[place] - bursts[place] > judge_permits.at
      then
        verdict := 'later';
        blocker := place;
        wait_until := due_at[place] - bursts[place];
      end if;
    end loop;

    -- A job that may start counts in every rate; one that must wait for its turn has its place in that rate from now on.
    for place in select value::integer from jsonb_array_elements_text(judge_permits.places -> (nth - 1)) loop
      if verdict = 'granted' then
        free[place] := free[place] - 1;
      end if;
      if paces[place] is not null and place is distinct from judge_permits.paid[nth]
        and (verdict = 'granted' or (verdict = 'later' and place = blocker))
      then
        due_at[place] := greatest(due_at[place], judge_permits.at) + paces[place];
      end if;
    end loop;
    verdicts := verdicts || verdict;
    refused_by := refused_by || blocker;
    retry_at := retry_at || case verdict when 'later' then wait_until when 'again' then judge_permits.at end;
  end loop;
end;
$$;

comment on function cogo.judge_permits(bigint[], jsonb, integer[], jsonb, timestamptz) is
  'Decides job by job, in their order: granted; asleep until a permit is given back; later, when its rate allows it; again, because another claim is counting that limit right now.';

revoke execute on function cogo.judge_permits(bigint[], jsonb, integer[], jsonb, timestamptz) from public;

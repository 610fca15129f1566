create function cogo.judge_permits(
  want integer,
  ask_ends integer[],
  places integer[],
  maxima integer[],
  late boolean[],
  paid boolean[],
  locked boolean[],
  paces interval[],
  bursts interval[],
  at timestamptz,
  inout running integer[],
  inout due_at timestamptz[],
  inout allowed integer[],
  out verdicts text[],
  out refused_by integer[],
  out retry_at timestamptz[]
)
language plpgsql
set search_path = ''
as $$
declare
  begins integer := 1;
  granted integer := 0;
  verdict text;
  blocker integer;
  place integer;
begin
  for nth in 1 .. coalesce(cardinality(judge_permits.ask_ends), 0) loop
    verdict := case when granted < judge_permits.want then 'granted' else 'surplus' end;
    blocker := null;
    for ask in begins .. case verdict when 'granted' then judge_permits.ask_ends[nth] else 0 end loop
      place := judge_permits.places[ask];
      if running[place] >= judge_permits.maxima[ask] then
        verdict := 'asleep';
        blocker := place;
        exit;
      elsif judge_permits.late[ask] then
        verdict := 'late';
        blocker := place;
      elsif verdict in ('granted', 'later') and not judge_permits.locked[place] then
        verdict := 'again';
        blocker := place;
      elsif verdict = 'granted' and not judge_permits.paid[ask]
        and due_at[place] - judge_permits.bursts[place] > judge_permits.at
      then
        verdict := 'later';
        blocker := place;
      end if;
    end loop;
    verdicts := verdicts || verdict;
    refused_by := refused_by || blocker;
    retry_at := retry_at || case verdict
      when 'later' then due_at[blocker] - judge_permits.bursts[blocker] when 'again' then judge_permits.at when 'surplus' then judge_permits.at
    end;

    -- A job that may start counts in every rate; one that must wait for its turn has its place in that rate from now on.
    for ask in begins .. case when verdict in ('granted', 'later') then judge_permits.ask_ends[nth] else 0 end loop
      place := judge_permits.places[ask];
      if judge_permits.paces[place] is not null and not judge_permits.paid[ask] and (verdict = 'granted' or place = blocker) then
        due_at[place] := greatest(due_at[place], judge_permits.at) + judge_permits.paces[place];
      end if;
      if verdict = 'granted' then
        running[place] := running[place] + 1;
        allowed[place] := coalesce(judge_permits.maxima[ask], allowed[place]);
      end if;
    end loop;
    granted := granted + (verdict = 'granted')::integer;
    begins := judge_permits.ask_ends[nth] + 1;
  end loop;
end;
$$;

comment on function cogo.judge_permits(integer, integer[], integer[], integer[], boolean[], boolean[], boolean[], interval[], interval[], timestamptz, integer[], timestamptz[], integer[]) is
  'Decides job by job, in their order: granted; asleep until a permit is given back; late, until those before it in its strict key have ended; later, when its rate allows it; again, because another claim is counting that limit right now; surplus, because enough are granted. The asks of a job end at its ask_ends; a maximum of 0 is a pause.';

revoke execute on function cogo.judge_permits(integer, integer[], integer[], integer[], boolean[], boolean[], boolean[], interval[], interval[], timestamptz, integer[], timestamptz[], integer[]) from public;

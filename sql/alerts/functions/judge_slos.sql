create function cogo.judge_slos(at timestamptz, round bigint)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  slo cogo.slos;
  reading jsonb;
  trouble text;
  judged integer := 0;
begin
  for slo in select * from cogo.slos order by name loop
    trouble := null;
    begin
      if slo.enabled then
        for reading in
          select to_jsonb(told) from cogo.judge_share(slo, judge_slos.at) as told where slo.objective is not null
          union all
          select to_jsonb(told) from cogo.judge_level(slo, judge_slos.at) as told where slo.objective is null
        loop
          perform cogo.settle_alert(slo, reading, judge_slos.at, judge_slos.round);
        end loop;
      end if;
      -- What is no longer there, or no longer watched, is over.
      for reading in
        select jsonb_build_object(
          'subject', gone.subject, 'labels', gone.labels, 'figures', '{}'::jsonb, 'has_data', false,
          'message', case when slo.enabled then 'there is nothing to measure any more' else 'it is not watched at present' end
        )
        from cogo.alerts as gone where gone.slo = slo.name and gone.round < judge_slos.round
      loop
        perform cogo.settle_alert(slo, reading, judge_slos.at, judge_slos.round);
      end loop;
      judged := judged + 1;
    -- One that cannot be judged keeps its state and does not blind the others.
    exception when others then
      trouble := left(format('%s (%s)', sqlerrm, sqlstate), 500);
    end;
    update cogo.slos as known set problem = trouble
    where known.name = slo.name and known.problem is distinct from trouble;
  end loop;
  return judged;
end;
$$;

comment on function cogo.judge_slos(timestamptz, bigint) is
  'Judges every SLO, each for itself, and settles its alerts. Answers how many could be judged.';

revoke execute on function cogo.judge_slos(timestamptz, bigint) from public;

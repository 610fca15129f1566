create function cogo.hand_over_notices(at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  notice cogo.alert_notices;
  jobs bigint[];
  handed integer := 0;
begin
  for notice in
    select * from cogo.alert_notices as due
    -- A try that is further off than any is planned stems from a clock that went back.
    where due.handed_at is null and (due.next_try_at <= hand_over_notices.at or due.next_try_at > hand_over_notices.at + interval '1 hour')
    order by due.notice_id limit 50
  loop
    begin
      jobs := cogo.notify('alert', format('alert:%s:%s:%s', notice.slo, notice.notice_id, extract(epoch from notice.made_at)::bigint), notice.message);
      update cogo.alert_notices as known set handed_at = hand_over_notices.at, job_ids = jobs, next_try_at = null, error = null
      where known.notice_id = notice.notice_id;
      handed := handed + 1;
    exception when others then
      update cogo.alert_notices as known
      set
        tries = known.tries + 1, error = left(format('%s (%s)', sqlerrm, sqlstate), 500),
        next_try_at = hand_over_notices.at + make_interval(secs => least(15 * 2 ^ least(known.tries, 10), 3600))
      where known.notice_id = notice.notice_id;
    end;
  end loop;
  return handed;
end;
$$;

comment on function cogo.hand_over_notices(timestamptz) is
  'Makes notify.send jobs of what operators are to be told; from there on the job engine sees to it. What is refused is tried again, later and later up to an hour. Answers how many were handed over.';

revoke execute on function cogo.hand_over_notices(timestamptz) from public;

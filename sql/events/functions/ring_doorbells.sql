create function cogo.ring_doorbells()
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  bell record;
  rung integer := 0;
begin
  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is null then
    return 0;
  end if;
  insert into cogo.doorbells (executor, rung_tail, rung_at)
  select distinct lane.executor, 0, '-infinity'::timestamptz from cogo.lanes as lane
  where not exists (select from cogo.doorbells as known where known.executor = lane.executor)
  on conflict do nothing;

  for bell in
    select known.executor, standing.tail
    from cogo.doorbells as known
    cross join lateral (
      select coalesce(sum(hint.tail), 0)::bigint as tail, coalesce(bool_or(hint.tail > hint.floor_at), false) as has_work
      from cogo.lane_hints(known.executor) as hint
    ) as standing
    where (standing.tail <> known.rung_tail and known.rung_at <= at - interval '100 milliseconds')
      -- A message counted before its transaction ended rings once more.
      or (standing.has_work and known.rung_at <= at - interval '1 second')
    for update of known skip locked
  loop
    execute format('select %I.send($1, $2, $3, true)', 'realtime') using
      jsonb_build_object('executor', bell.executor, 'at', at), 'work', 'executor.' || bell.executor;
    update cogo.doorbells as known set rung_tail = bell.tail, rung_at = at where known.executor = bell.executor;
    rung := rung + 1;
  end loop;
  return rung;
end;
$$;

comment on function cogo.ring_doorbells() is
  'Tells waiting workers over Realtime that their executor has work: private topic executor.<executor>, at most once per 100 ms each. Reads lane sequences only; enqueueing knows nothing of it.';

revoke execute on function cogo.ring_doorbells() from public;
grant execute on function cogo.ring_doorbells() to service_role;

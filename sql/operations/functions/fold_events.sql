create function cogo.fold_events()
returns bigint
language plpgsql
security definer
set search_path = ''
as $$
declare
  state cogo.event_folds;
  up_to bigint;
  -- The tail before our own number: whoever drew an id up to it had his transaction number by then, a smaller one. The
  -- end of a snapshot would not do for that, since transactions may be running beyond it.
  tail constant bigint := coalesce(pg_sequence_last_value('cogo.events_id_seq'::regclass), 0);
  looks constant boolean := pg_current_xact_id_if_assigned() is null;
begin
  insert into cogo.event_folds default values on conflict do nothing;
  -- Two rounds at once would count twice; the second leaves it to the first.
  select * into state from cogo.event_folds for update skip locked;
  if not found then
    return 0;
  end if;

  up_to := state.folded_id;
  if pg_snapshot_xmin(pg_current_snapshot()) >= state.seen_xid then
    up_to := cogo.fold_reach(state.folded_id, state.seen_tail);
  end if;
  if up_to > state.folded_id then
    insert into cogo.event_totals as total (type, jobs, calls)
    select event.type, sum(cardinality(event.job_ids)), count(*)
    from cogo.events as event
    where event.id > state.folded_id and event.id <= up_to
    group by event.type
    on conflict (type) do update set jobs = total.jobs + excluded.jobs, calls = total.calls + excluded.calls;
    perform cogo.fold_job_metrics(state.folded_id, up_to);
  end if;

  update cogo.event_folds as fold
  set
    folded_id = up_to,
    seen_tail = case when looks and up_to >= fold.seen_tail then tail else fold.seen_tail end,
    seen_xid = case when looks and up_to >= fold.seen_tail then pg_current_xact_id() else fold.seen_xid end,
    folded_at = cogo.now_();
  return up_to - state.folded_id;
end;
$$;

comment on function cogo.fold_events() is
  'Adds settled events to cogo.event_totals and to the history, in bounded rounds (cogo.fold_reach), and answers how many ids it passed. Run it every few seconds.';

revoke execute on function cogo.fold_events() from public;
grant execute on function cogo.fold_events() to service_role;

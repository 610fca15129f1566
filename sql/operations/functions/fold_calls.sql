create function cogo.fold_calls()
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  fold cogo.call_folds;
  refused integer;
  is_done boolean := false;
  tail constant bigint := coalesce(pg_sequence_last_value('cogo.secure_keys_audit_audit_id_seq'::regclass), 0);
begin
  insert into cogo.call_folds default values on conflict do nothing;
  -- Two rounds at once would count twice; the second leaves it to the first.
  select * into fold from cogo.call_folds for update skip locked;
  if not found then
    return 0;
  end if;
  refused := cogo.fold_refusals();
  perform cogo.fold_metric_notes(at);

  -- A number that was not given out yet is of another cluster, before a restore: all its transactions have ended.
  if pg_snapshot_xmin(pg_current_snapshot()) >= fold.seen_xid or fold.seen_xid >= pg_snapshot_xmax(pg_current_snapshot()) then
    fold.decision_id := cogo.fold_decisions(fold.decision_id, fold.seen_decision_id);
    fold.audit_id := cogo.fold_audit(fold.audit_id, fold.seen_audit_id);
    is_done := fold.decision_id >= fold.seen_decision_id and fold.audit_id >= fold.seen_audit_id;
  end if;
  if is_done then
    -- Who made a decision id ten seconds ago has written something since, and so has a transaction number.
    fold.seen_decision_id := greatest(fold.seen_decision_id, cogo.uuid_v7(at - interval '10 seconds', 0));
    fold.seen_audit_id := fold.next_audit_id;
    fold.seen_xid := pg_current_xact_id();
  end if;
  update cogo.call_folds as known
  set decision_id = fold.decision_id, seen_decision_id = fold.seen_decision_id, audit_id = fold.audit_id,
    seen_audit_id = fold.seen_audit_id, next_audit_id = tail, seen_xid = fold.seen_xid, folded_at = at;
  return refused;
end;
$$;

comment on function cogo.fold_calls() is
  'Counts decisions, refusals and what was done with keys into cogo.call_totals, in bounded rounds, each row once. Run it every few seconds.';

revoke execute on function cogo.fold_calls() from public;
grant execute on function cogo.fold_calls() to service_role;

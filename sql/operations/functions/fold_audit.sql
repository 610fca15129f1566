create function cogo.fold_audit(after_id bigint, up_to bigint)
returns bigint
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  last_id constant bigint := least(fold_audit.up_to, fold_audit.after_id + 20000);
begin
  perform cogo.count_calls(counted.name, counted.labels, count(*))
  from (
    select
      case when not entry.ok then 'key_failures' when entry.action in ('open', 'break_glass') then 'key_reads' else 'key_writes' end as name,
      case when entry.ok then jsonb_build_object('action', entry.action) else jsonb_build_object('reason', entry.reason) end as labels
    from cogo.secure_keys_audit as entry
    where entry.audit_id > fold_audit.after_id and entry.audit_id <= last_id
      -- The emergency that was asked for, and agreed to, is no failure, and its reason is anybody's words.
      and (entry.ok or entry.action = 'open')
  ) as counted
  group by counted.name, counted.labels;
  return greatest(last_id, fold_audit.after_id);
end;
$$;

comment on function cogo.fold_audit(bigint, bigint) is
  'Adds what was done with keys to cogo.call_totals, at most 20,000 ids a round, and answers up to which.';

revoke execute on function cogo.fold_audit(bigint, bigint) from public;

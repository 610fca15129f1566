create function cogo.open_grant(
  grant_hash bytea, tenant_id uuid, agent_id uuid, actor text,
  decision_id uuid default null, attempt integer default null, purpose text default null
)
returns jsonb
language plpgsql
security definer
set search_path = ''
set lock_timeout = '2s'
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  held cogo.reservations;
  key cogo.secure_keys;
  problem text;
  opening bigint;
begin
  -- What this commits is what an audit can rely on, whatever the session chose.
  if current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  select * into held from cogo.reservations as known where known.grant_hash = open_grant.grant_hash for update;
  select * into key from cogo.secure_keys as known where known.key_id = held.key_id;
  problem := case
    when held.decision_id is null then 'there is no such grant'
    when open_grant.tenant_id is not null
      and (held.tenant_id, held.agent_id) is distinct from (open_grant.tenant_id, open_grant.agent_id)
      then 'there is no such grant'
    when exists (
      select from cogo.revocations as refused
      where refused.tenant_id = open_grant.tenant_id and refused.subject_id in (open_grant.tenant_id, open_grant.agent_id)
    ) then 'the agent or its tenant was revoked or suspended'
    when held.decision_id <> open_grant.decision_id or held.attempt <> open_grant.attempt
      then 'the grant is of another decision'
    when held.state not in ('reserved', 'opened') then 'the attempt is ' || held.state
    when (held.grant_expires_at > at) is not true then 'the grant has expired'
    when held.key_id is not null then cogo.key_problem(key, held.tenant_id, at)
  end;
  if problem = 'there is no such grant' then
    held := null;
    key := null;
  end if;
  opening := cogo.audit_key(
    'open', key, open_grant.actor, at, problem, problem is null, open_grant.purpose,
    coalesce(held.tenant_id, open_grant.tenant_id), held.decision_id, held.attempt
  );
  if problem is not null then
    return cogo.refused_opening(problem);
  end if;

  update cogo.reservations as opened
  set state = 'opened', opened_at = coalesce(opened.opened_at, at), used_xid = pg_current_xact_id(),
    grant_expires_at = greatest(opened.grant_expires_at, coalesce(opened.opened_at, at) + setting.longest_call),
    expires_at = greatest(opened.expires_at, at + setting.longest_call)
  from (
    select make_interval(secs => coalesce(max(one.longest_call_seconds), 600)) as longest_call
    from cogo.vault_settings as one
  ) as setting
  where opened.decision_id = held.decision_id and opened.attempt = held.attempt;
  perform cogo.note_key_use(held.key_id, at);
  return jsonb_build_object('opening', opening, 'key_id', held.key_id);
end;
$$;

comment on function cogo.open_grant(bytea, uuid, uuid, text, uuid, integer, text) is
  'First of two transactions: audits the opening of a grant''s key and marks the reservation. Refused: grant_refused (403), and that is audited too. tenant_id and agent_id are those of the caller''s token, null for an operator.';

revoke execute on function cogo.open_grant(bytea, uuid, uuid, text, uuid, integer, text) from public;
grant execute on function cogo.open_grant(bytea, uuid, uuid, text, uuid, integer, text) to cogo_key_vault;

create function api.list_dead_letters(
  only_stage text default null,
  only_reason text default null,
  type_prefix text default null,
  since timestamptz default null,
  only_state text default null,
  page text default null,
  row_limit integer default 50
)
returns table (
  job_id bigint,
  tenant_id uuid,
  type text,
  stage text,
  reason text,
  state text,
  attempt integer,
  message text,
  dead_at timestamptz,
  redriven_job_id bigint,
  discarded_at timestamptz,
  discarded_by text,
  discard_reason text,
  next_page text
)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:read');
  return query select * from cogo.list_dead_letters(
    list_dead_letters.only_stage, list_dead_letters.only_reason, list_dead_letters.type_prefix, list_dead_letters.since,
    list_dead_letters.only_state, list_dead_letters.page, list_dead_letters.row_limit
  );
end;
$$;

comment on function api.list_dead_letters(text, text, text, timestamptz, text, text, integer) is
  'Dead letters, newest first. Pass the last row''s next_page as page; a page shorter than row_limit is the last, unless its last row has no job_id: go on from that one. Scope: jobs:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_dead_letters(text, text, text, timestamptz, text, text, integer) from public;
grant execute on function api.list_dead_letters(text, text, text, timestamptz, text, text, integer) to authenticated, service_role;

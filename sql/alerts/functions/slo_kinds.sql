create function cogo.slo_kinds()
returns table (kind text, measures text, worse text, scopes text[], says text)
language plpgsql
immutable
set search_path = ''
as $$
begin
  return query
  select listed.*
  from (
    values
      -- Shares: what the events are | what the bad ones did.
      ('availability', 'share', null, '{all}'::text[], 'HTTP answers|were server errors'),
      ('http_latency', 'share', null, '{all}', 'HTTP answers|took longer than %s ms'),
      ('wait', 'share', null, '{all,tenant,executor}', 'first claims|came later than %s ms after the job'),
      ('run', 'share', null, '{all,tenant,executor}', 'runs|took longer than %s ms'),
      ('failure_rate', 'share', null, '{all,tenant,executor}', 'ended jobs|failed for good'),
      ('schedule_lag', 'share', null, '{all,tenant}', 'runs of schedules|started later than %s ms after their time'),
      ('lease_expiry', 'share', null, '{all,tenant,executor}', 'claimed jobs|lost their lease'),
      -- Levels: each in a function of its own, cogo.level_<kind>.
      ('audit', 'level', 'above', '{all}', 'sealed audit rows that do not verify'),
      ('budget_burn', 'level', 'above', '{all,tenant}', 'forecast of a budget''s period over its limit'),
      ('budget_used', 'level', 'above', '{all,tenant}', 'what is spent, owed and reserved of a budget over its limit'),
      ('claim_conflicts', 'level', 'above', '{all}', 'reports of the last hour on jobs that the worker no longer held'),
      ('dead_letters', 'level', 'above', '{all,tenant}', 'dead letters of the last hour that nobody dealt with'),
      ('dead_rows', 'level', 'above', '{all}', 'dead rows of a table that has more of them than live ones'),
      ('fold_lag', 'level', 'above', '{all}', 'seconds that figures are behind'),
      ('housekeeping', 'level', 'above', '{all}', 'seconds that a part of the housekeeping is late'),
      ('key_expiry', 'level', 'below', '{all}', 'days until the first active key of a provider expires'),
      ('overspend', 'level', 'above', '{all}', 'nano-dollars reserved and spent beyond limits'),
      ('provider_health', 'level', 'above', '{all}', 'share of a provider''s called models whose breaker is not closed'),
      ('queue_age', 'level', 'above', '{all,executor}', 'age in seconds of the oldest ready job of an executor'),
      ('transaction_age', 'level', 'above', '{all}', 'transactions since the oldest unfrozen row of the database'),
      ('webhooks', 'level', 'above', '{all}', 'subscriptions that were paused because they fail')
  ) as listed (kind, measures, worse, scopes, says);
end;
$$;

comment on function cogo.slo_kinds() is
  'What an SLO can be about. A share is held against an objective by burn rates; a level alerts when it is worse (above, below) than it may be.';

revoke execute on function cogo.slo_kinds() from public;

select plan(6);

-- A column needs a comment unless its name says all, in every table. Comment yours before you add a name here.
create temporary table obvious on commit drop as
select unnest(string_to_array(
  'algorithm at attempt attempts approved_by calls capabilities causes cause channel claimed confirm_max_attempts covers_until cron '
  || 'discard_reason dropped_events dropped_workflows enabled error error_rates errors executor failed failing_since fence gate hash hour '
  || 'http_status idempotency_key input kind last_error max_attempts media_type message minute missed_limit name pause_reason paused payload '
  || 'policy_name policy_version priority provider provider_nos qualities reason region region_nos requested_by requests result retried '
  || 'retry_factor rotate_after runs service source stage state status step_count succeeded summary time_zone tokens_per_second total '
  || 'traceparent ts type undo_max_attempts until url valid_from verdict version worker', ' '
)) as name;

select is_empty(
  $$
    select format('%s.%s', relation.relname, attribute.attname)
    from pg_class as relation
    join pg_attribute as attribute on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
    where relation.relnamespace = 'cogo'::regnamespace and relation.relkind in ('r', 'p')
      and col_description(relation.oid, attribute.attnum) is null
      and attribute.attname !~ '(^id|_id|_ids|_at|_ms|_seconds|_tokens|_prices?|_nano|_hash|sha256)$'
      and not exists (select from obvious where obvious.name = attribute.attname)
      -- Rooms whose tables are counters of the engine's own.
      and not (attribute.attname = 'only_row' and relation.relname in ('call_folds', 'event_folds'))
  $$,
  'every column whose name does not say all has a comment'
);
select is_empty(
  $$
    select format('%s.%s', relation.relname, attribute.attname)
    from pg_class as relation
    join pg_attribute as attribute on attribute.attrelid = relation.oid and attribute.attnum > 0
    where relation.relnamespace = 'cogo'::regnamespace and relation.relkind = 'v' and relation.relname like '%\_overview'
      and col_description(relation.oid, attribute.attnum) is null
  $$,
  'every column of an overview has one'
);
select is_empty(
  $$
    select queue.relname from cogo.lanes as lane
    join pg_class as queue on queue.relnamespace = 'pgmq'::regnamespace
      and queue.relname in ('q_' || lane.queue_name, 'a_' || lane.queue_name)
    where obj_description(queue.oid, 'pg_class') is null
  $$,
  'so has every queue and its archive'
);
select matches(
  (select obj_description('pgmq.q_cogo_default_urgent'::regclass, 'pg_class')),
  '^Ready jobs of executor default, priority urgent: .*cogo\.lane_overview\.$', 'which says whose jobs are in it'
);
select is_empty(
  $$
    select told.thing, told.comment from (
      select oid::regclass::text as thing, obj_description(oid, 'pg_class') as comment
      from pg_class where relnamespace = 'cogo'::regnamespace and relkind in ('r', 'p', 'v')
      union all
      select oid::regprocedure::text, obj_description(oid, 'pg_proc') from pg_proc where pronamespace = 'api'::regnamespace
      union all
      select format('%s.%s', attrelid::regclass, attname), col_description(attrelid, attnum)
      from pg_attribute join pg_class as relation on relation.oid = attrelid
      where relation.relnamespace = 'cogo'::regnamespace and relation.relkind in ('r', 'p', 'v') and attnum > 0
    ) as told
    where told.comment !~ '^[^ ].*[^ ][.)]$' or told.comment ~ '  |TODO|\?\?' or length(told.comment) not between 5 and 900
  $$,
  'each comment is a sentence that ends'
);
select is_empty(
  $$ select name from cogo.schedule_list() where name !~ '^cogo: [a-z]+( [a-z]+)+$' and name <> 'cogo: sweep' $$,
  'and a cron job has a name that says what it does'
);

select * from finish();

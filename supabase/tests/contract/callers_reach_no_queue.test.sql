select plan(4);

-- Runs each statement as the role and tells those that were not refused for want of rights.
create function pg_temp.not_refused(caller name, statements text[])
returns setof text
language plpgsql
as $$
declare
  statement text;
begin
  foreach statement in array statements loop
    begin
      execute format('set local role %I', caller);
      execute statement;
      return next format('%s: done', statement);
    exception
      when insufficient_privilege then null;
      when others then return next format('%s: %s', statement, sqlerrm);
    end;
    reset role;
  end loop;
end;
$$;

-- What a caller might try on every queue, archive and floor, and through the functions of pgmq.
create function pg_temp.attempts()
returns text[]
language sql
as $$
  select array_agg(format(attempt, relation.relname))
  from pg_class as relation
  cross join lateral unnest(case relation.relkind
    when 'S' then array[
      'select last_value from pgmq.%I', 'select nextval(''pgmq.%I'')', 'select setval(''pgmq.%I'', 1)'
    ]
    else array[
      'select from pgmq.%I', 'insert into pgmq.%I (vt, message) values (now(), ''{}'')', 'delete from pgmq.%I',
      'update pgmq.%I set message = null', 'truncate pgmq.%I', 'lock table pgmq.%I in access share mode'
    ]
  end) as attempt
  where relation.relnamespace = 'pgmq'::regnamespace and relation.relkind in ('r', 'p', 'S', 'v')
    and relation.relname ~ '^[qaf]_'
$$;

select is(
  cardinality(pg_temp.attempts()), (select count(*)::integer * (6 + 6 + 3) from cogo.lanes)
    + (select count(*)::integer * 3 from pg_class where relnamespace = 'pgmq'::regnamespace and relkind = 'S' and relname ~ '^q_'),
  'each lane has a queue, an archive and a floor to try, and each queue its numbers'
);

select is_empty(
  format(
    $$
      select caller, problem
      from (values ('anon'), ('authenticated')) as callers (caller)
      cross join lateral pg_temp.not_refused(caller::name, pg_temp.attempts() || array[%L, %L, %L, %L, %L, %L]) as problem
    $$,
    'select pgmq.send(''cogo_default_normal'', ''{}'')', 'select * from pgmq.read(''cogo_default_normal'', 1, 1)',
    'select * from pgmq.pop(''cogo_default_normal'')', 'select pgmq.purge_queue(''cogo_default_normal'')',
    'select * from pgmq.cogo_pop(1::smallint, 0, 1, null)',
    'select pgmq.cogo_push(1::smallint, array[1], array[1]::smallint[], now())'
  ),
  'anon and authenticated reach none of them, nor through the functions of pgmq'
);

select is_empty(
  $$ select * from pg_temp.not_refused('authenticated', array['select * from cogo.lanes', 'select cogo.write_lane_switch()']) $$,
  'nor may they see the lanes or write the switch'
);

select isnt_empty(
  $$ select * from pg_temp.not_refused('authenticated', array['select 1']) $$,
  'what is allowed is told as not refused, so the tests above can fail'
);

select * from finish();

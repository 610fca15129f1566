-- What a simulated database needs to begin anew in a few milliseconds: all rows and sequences as they were.
create schema simulation;

create table simulation.kept (name regclass primary key, depth integer not null, copy text);
create table simulation.sequences (name regclass primary key, value bigint not null, called boolean not null);

-- Remembers every table and sequence as it is now, and makes simulation.restore(), which brings all of it back.
create function simulation.keep() returns void
language plpgsql as $$
declare
  item record;
  has_rows boolean;
  reading record;
begin
  insert into simulation.kept (name, depth)
  with recursive own as (
    select class.oid from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
    where class.relkind = 'r' and (space.nspname in ('cogo', 'tests') or (space.nspname = 'pgmq' and class.relname ~ '^[qa]_'))
  ),
  -- A table that refers to another one is deeper than that.
  reach (oid, depth) as (
    select own.oid, 0 from own
    union all
    select key.conrelid, reach.depth + 1 from reach
    join pg_constraint as key on key.confrelid = reach.oid and key.contype = 'f' and key.conrelid <> key.confrelid
  )
  select reach.oid::regclass, max(reach.depth) from reach group by reach.oid;

  for item in select kept.name, row_number() over (order by kept.name::text) as nth from simulation.kept loop
    execute format('select exists (select from %s)', item.name) into has_rows;
    if has_rows then
      execute format('create table simulation.kept_%s as table %s', item.nth, item.name);
      update simulation.kept
      set copy = format('insert into %s overriding system value select * from simulation.kept_%s', item.name, item.nth)
      where kept.name = item.name;
    end if;
  end loop;
  for item in
    select class.oid::regclass as name from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
    where class.relkind = 'S' and space.nspname in ('cogo', 'pgmq', 'tests')
  loop
    execute format('select last_value, is_called from %s', item.name) into reading;
    insert into simulation.sequences values (item.name, reading.last_value, reading.is_called);
  end loop;

  -- What refers to others goes first and comes last. Written out, so that nothing is planned at each call.
  select string_agg(format('delete from %s;', kept.name), ' ' order by kept.depth desc, kept.name) as clearing,
    string_agg(kept.copy || ';', ' ' order by kept.depth, kept.name) as copying
  into item from simulation.kept;
  execute format(
    'create function simulation.restore() returns void language plpgsql as $restore$ begin %s %s
    perform setval(sequences.name, sequences.value, sequences.called) from simulation.sequences; end $restore$',
    item.clearing, item.copying
  );
end;
$$;

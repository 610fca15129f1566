-- What a simulated database needs to begin anew in a few milliseconds: all rows and sequences as they were.
create schema simulation;

create function simulation.own_tables() returns table (name text)
language sql stable as $$
  select format('%I.%I', space.nspname, class.relname)
  from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
  where class.relkind = 'r' and (space.nspname in ('cogo', 'tests') or (space.nspname = 'pgmq' and class.relname ~ '^[qa]_'))
  order by 1;
$$;

create table simulation.kept (name text primary key, copy text, cleared text not null);
create table simulation.sequences (name regclass primary key, value bigint not null, called boolean not null);

-- Remembers every table and sequence as it is now.
create function simulation.keep() returns void
language plpgsql as $$
declare
  item record;
  has_rows boolean;
  reading record;
  identity_clause text;
begin
  for item in select own.name, row_number() over (order by own.name) as nth from simulation.own_tables() as own loop
    execute format('select exists (select from %s)', item.name) into has_rows;
    identity_clause := format('simulation.kept_%s', item.nth);
    if has_rows then
      execute format('create table %s as table %s', identity_clause, item.name);
    end if;
    insert into simulation.kept values (
      item.name, case when has_rows then format('insert into %s overriding system value select * from %s', item.name, identity_clause) end,
      format('delete from %s', item.name)
    );
  end loop;
  for item in
    select class.oid::regclass as name from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
    where class.relkind = 'S' and space.nspname in ('cogo', 'pgmq', 'tests')
  loop
    execute format('select last_value, is_called from %s', item.name) into reading;
    insert into simulation.sequences values (item.name, reading.last_value, reading.is_called);
  end loop;
end;
$$;

-- Brings everything back to what simulation.keep() saw.
create function simulation.restore() returns void
language plpgsql as $$
declare
  item record;
begin
  for item in select * from simulation.kept order by kept.name loop
    execute item.cleared;
    if item.copy is not null then
      execute item.copy;
    end if;
  end loop;
  perform setval(sequences.name, sequences.value, sequences.called) from simulation.sequences;
end;
$$;

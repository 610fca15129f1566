select plan(9);
create function pg_temp.a() returns uuid language sql immutable as $$ select 'aaaaaaaa-0000-4000-8000-00000000000a'::uuid $$;
-- A call that goes so far and is killed, or not.
create function pg_temp.go(upto text, killed boolean) returns void language plpgsql as $$
declare
  leaving cogo.offboardings;
  spec record;
  batch record;
begin
  select * into leaving from cogo.offboardings;
  for spec in select * from cogo.tenant_parts() as known where known.step <= (select last.step from cogo.tenant_parts() as last where last.part = upto) loop
    loop
      batch := cogo.erase_part(spec.part, leaving, 3);
      leaving.after := batch.next;
      exit when batch.next is null or spec.part = upto;
    end loop;
    leaving.after := null;
  end loop;
  if killed then
    raise exception 'killed';
  end if;
exception when raise_exception then
  null;
end;
$$;
select tests.furnish_ground();
select tests.furnish_accounts(pg_temp.a(), 'aaaaaaaa-0000-4000-8000-0000000000a1', 'leaves');
select tests.furnish_work(pg_temp.a(), 'aaaaaaaa-0000-4000-8000-0000000000a1', 'leaves');
select tests.leave(pg_temp.a());
update cogo.offboardings set erasing_since = cogo.now_();
create temporary table before as select cogo.count_tenant_rows(pg_temp.a()) as parts;
select pg_temp.go('events', true);
select is(cogo.count_tenant_rows(pg_temp.a()), (select parts from before), 'who was killed has changed nothing');
select pg_temp.go('jobs', false);
select tests.lives_clean();
select ok(cogo.count_tenant_rows(pg_temp.a()) ? 'jobs', 'a batch is not all');
select pg_temp.go('routing_decisions', false);
select tests.lives_clean();
select pg_temp.go('secure_keys_audit', false);
select is(cogo.verify_audit(), '[]', 'a chain that is being taken back is whole');
select tests.lives_clean();
select is(tests.erase(pg_temp.a(), 1) -> 'is_erased', 'true', 'the next call goes on, a row at a time');
select is(tests.traces(pg_temp.a()), null, 'until nothing is left');
select tests.lives_clean();
select * from finish();

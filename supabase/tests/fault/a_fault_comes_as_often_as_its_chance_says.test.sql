select plan(4);

insert into tests.faults (point, deed, chance) values ('demo.often', 'mark', 0.5), ('demo.never', 'mark', 0);
select tests.seed_random(0.25);
create temporary table first on commit drop as select nth, cogo.fault('demo.often') as met from generate_series(1, 100) as nth;
select ok((select count(*) from first where met) between 30 and 70, 'about half the time');
select tests.seed_random(0.25);
select set_eq(
  $$ select nth, cogo.fault('demo.often') from generate_series(1, 100) as nth $$,
  $$ select nth, met from first $$, 'at the same visits under the same seed'
);
select ok(not cogo.fault('demo.never'), 'a chance of 0 never');
select ok(not cogo.fault('demo.unplanned'), 'and nothing at a point without a plan');

select * from finish();

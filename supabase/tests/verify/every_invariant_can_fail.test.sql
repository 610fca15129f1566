select plan(2);

-- The files beside this one plant the damage; here the list is held against what verify can say.
create temporary table said on commit drop as
  select line[1] as invariant from pg_proc as function,
    regexp_matches(function.prosrc, 'select ''(an? [^'']*(?:''''[^'']*)*|[a-z][^'']{20,}(?:''''[^'']*)*)'', format', 'g') as line
  where function.proname in ('verify_places', 'verify_claims', 'verify_history');
select is((select count(*) from said), 18::bigint, 'verify knows eighteen invariants');
select is((select count(distinct invariant) from said), 18::bigint, 'each with its own name');

select * from finish();

select plan(6);
create temporary view entries as
  select part as relation from cogo.tenant_parts() union all select relation from cogo.tenantless_tables();
select is_empty(
  $$ select relname from pg_class where relnamespace = 'cogo'::regnamespace and relkind in ('r', 'p') and relname <> all (array(select relation from entries)) $$,
  'each table is in cogo.tenant_parts, or in cogo.tenantless_tables with a reason'
);
select is_empty($$ select relation from entries group by relation having count(*) > 1 or to_regclass('cogo.' || relation) is null $$, 'once, and none that is not there');
select is_empty(
  $$
    select relation, attname from cogo.tenantless_tables() join pg_attribute on attrelid = to_regclass('cogo.' || relation)
    where attname ~ '^(tenant|agent|job|workflow|subscription|schedule|run|device|budget)_id$'
  $$,
  'what holds nothing of a tenant has no column that leads to one'
);
select is_empty(
  $$ select part, through from cogo.tenant_parts() where through is not null and not exists (
    select from pg_attribute where attrelid = to_regclass('cogo.' || part) and attname = through) $$,
  'what leads to the tenant is a column'
);
select is_empty(
  $$ select part from cogo.tenant_parts() where erased not in ('rows', 'own', 'scrub', 'work', 'last') and erased not in (select part from cogo.tenant_parts()) $$,
  'what goes with rows of a part names it'
);
-- Anything that looks like a secret is left out of exports, or named here because it is none.
select is_empty(
  $$
    select part, attname from cogo.tenant_parts() join pg_attribute on attrelid = to_regclass('cogo.' || part) and attnum > 0
    where is_exported and attname <> all (omits) and attname ~ '(secret|cipher|dek|grant_hash|^iv$|checksum)' and attname <> 'secret_env'
  $$,
  'no export holds a secret'
);
select * from finish();

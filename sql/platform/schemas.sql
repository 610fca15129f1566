create schema api;
create schema cogo;

comment on schema api is 'Exposed RPCs: thin, security invoker, one per file. No tables.';
comment on schema cogo is 'State and rules. Never exposed; reached through the functions of schema api.';

grant usage on schema api to anon, authenticated, service_role;
grant usage on schema cogo to authenticated, service_role;

import type { Executor } from "./executor.ts";

// What a Supabase project brings and a plain server or PGlite lacks.
const platform = `
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('anon', 'nologin noinherit'),
      ('authenticated', 'nologin noinherit'),
      ('service_role', 'nologin noinherit bypassrls'),
      ('authenticator', 'login noinherit'),
      ('cogo_key_vault', 'nologin noinherit') -- ours: a migration makes it, sql/ alone cannot
    ) as roles (name, attributes)
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = wanted.name) then
      begin
        execute format('create role %I %s', wanted.name, wanted.attributes);
      exception when duplicate_object or unique_violation then
        null; -- another session made it meanwhile: roles belong to the whole server
      end;
      if wanted.name = 'authenticator' then
        grant anon, authenticated, service_role to authenticator;
      end if;
    end if;
  end loop;
end
$$;
create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role;
`;

/**
 * Makes a plain Postgres or PGlite look like a Supabase project to our migrations: the roles anon,
 * authenticated, service_role and authenticator, and the schema `extensions`. Changes nothing where
 * they exist. Needs the right to create roles.
 */
export async function bootstrap(executor: Executor): Promise<void> {
  await executor.exec(platform);
}

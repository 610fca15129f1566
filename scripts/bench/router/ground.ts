import type { Sql } from "postgres";
import { migrateUrl } from "../../db/migrate_url.ts";
import { connect, createDatabase } from "../../postgres/databases.ts";
import { type BenchGround, openGround } from "../ground.ts";
import { keepTicking } from "./ticking.ts";

/** The server, a database with 64 models, and one with 5,000. */
export interface RouterGround {
  readonly bench: BenchGround;
  readonly few: string;
  readonly many: string;
  readonly rounds: number;
  readonly quick: boolean;
  say(line: string): void;
  close(): Promise<void>;
}

/** What many callers ask for. */
export const ask =
  "select api.select_route('chat', 1000, 200) as route from (select set_config('request.jwt.claims', $1, true) offset 0) as caller";

/** A tenant of the bench, from 1. */
export const tenant = (nth: number): string =>
  `10000000-0000-4000-8000-${String(nth).padStart(12, "0")}`;

/** Its one agent. */
export const agent = (nth: number): string =>
  `20000000-0000-4000-8000-${String(nth).padStart(12, "0")}`;

/** The claims of that agent's token. */
export const claims = (nth: number): string =>
  JSON.stringify({
    role: "authenticated",
    tenant_id: tenant(nth),
    agent_id: agent(nth),
    scopes: ["route:select", "keys:resolve", "money:read"],
  });

const tenants = 8;

// 20 providers with a key each; every 100th model beyond the first 64 can do something rare.
const lay = (models: number) => `
insert into cogo.vault_settings (env, changed_at) values ('dev', now());
insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, auth_style, source, changed_at)
select 'p' || n, 'P' || n, 'openai', 'https://p' || n || '.example/v1', array['p' || n || '.example'], 'bearer', 'bench', now()
from generate_series(1, 20) as n;
insert into cogo.secure_keys (key_id, tenant_id, provider, env, version, state, alg, ciphertext, iv, checksum, last4, shared, created_at, changed_at)
select gen_random_uuid(), cogo.default_tenant(), provider, 'dev', 1, 'active', 'plain', 'x', '', 'x', '', true, now(), now() from cogo.llm_providers;
insert into cogo.llm_models (provider, model, context_tokens, capabilities, quality, source, changed_at)
select 'p' || (1 + n % 20), 'm' || n, 128000, case when n > 64 and n % 100 = 0 then '{tools,rare}' else '{tools,json}' end::text[],
  0.9 - 0.8 * n / ${models}, 'bench', now()
from generate_series(1, ${models}) as n;
insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
select model_id, now() - interval '1 day', 100000000 + model_id * 10000, 400000000, 'bench', '', now() from cogo.llm_models;
select api.set_budget(1000000000000000000, 'organisation', 'total');
select api.set_budget(100000000000000000, 'tenant', 'month', ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid),
  api.set_budget(10000000000000000, 'agent', 'day', ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
    agent_id => ('20000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid)
from generate_series(1, ${tenants}) as n;
select api.set_rate_limit('tenant', 'requests', 100000000, 60);
select cogo.tick_routes();
create schema bench;
create table bench.plain (id uuid primary key, at timestamptz, tenant_id uuid, body jsonb);
create procedure bench.settle() language plpgsql as $$
declare
  batch jsonb;
begin
  loop
    select jsonb_agg(jsonb_build_object('decision_id', decision_id, 'attempt', attempt)) into batch
    from (select decision_id, attempt from cogo.reservations where state in ('reserved', 'opened') limit 500) as held;
    exit when batch is null;
    perform api.settle_routes(batch);
    commit;
  end loop;
end $$;
`;

async function layModels(url: string, models: number): Promise<void> {
  const sql = connect(url);
  await sql.unsafe(lay(models)).simple();
  await sql.unsafe("vacuum analyze").simple();
  await sql.end();
}

/** Starts the server and lays both catalogues; the caller closes it. */
export async function openRouterGround(
  options: { postgres?: number | undefined; rounds: number; quick: boolean },
  say: (line: string) => void,
): Promise<RouterGround> {
  const bench = await openGround(options.postgres);
  try {
    const { url: many } = await createDatabase(bench.server.url);
    await migrateUrl(many, { programs: bench.server.programs });
    await layModels(bench.url, 64);
    say("laying 5,000 models");
    await layModels(many, 5000);
    const { rounds, quick } = options;
    const stopTicking = keepTicking([bench.url, many]);
    const close = async () => {
      await stopTicking().finally(() => bench.close());
    };
    return { bench, few: bench.url, many, rounds, quick, say, close };
  } catch (error) {
    await bench.close();
    throw error;
  }
}

/** Gives back what was reserved, and clears away what updates left. */
export async function tidy(sql: Sql): Promise<void> {
  await sql`call bench.settle()`;
  await sql.unsafe(
    "vacuum cogo.budget_windows, cogo.rate_states, cogo.reservations, cogo.outcome_notes",
  ).simple();
}

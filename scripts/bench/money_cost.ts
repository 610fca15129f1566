// deno run -A scripts/bench/money_cost.ts [--json]: what a limiter, a reservation and a settlement cost, in CPU time of the session.
import { randomUUID } from "node:crypto";
import process from "node:process";
import { migrateUrl } from "../db/migrate_url.ts";
import { connect, createDatabase } from "../postgres/databases.ts";
import { startPostgres } from "../postgres/start_postgres.ts";
import { ServerMeter } from "./server_meter.ts";
import { median } from "./statistics.ts";

const tenant = "11111111-1111-4111-8111-111111111111";
const agent = "22222222-2222-4222-8222-222222222222";

// A limiter that lays a temporary table per call, as TensorZero's does: lock, refill, judge, take all or none.
const rival = `
create schema bench;
create table bench.plain (id uuid primary key, at timestamptz, tenant_id uuid, body jsonb);
create table bench.buckets (key text primary key, tokens bigint not null, refilled_at timestamptz not null);
create function bench.take(keys text[], wanted bigint[]) returns boolean language plpgsql as $$
declare
  short integer;
begin
  create temporary table asked (key text primary key, wanted bigint, tokens bigint) on commit drop;
  insert into asked (key, wanted) select * from unnest(keys, wanted);
  insert into bench.buckets select asked.key, 1000000000, clock_timestamp() from asked on conflict do nothing;
  perform from bench.buckets as bucket join asked using (key) order by bucket.key for update of bucket;
  update asked set tokens = least(1000000000, bucket.tokens
    + floor(extract(epoch from clock_timestamp() - bucket.refilled_at) * 1000000)::bigint)
  from bench.buckets as bucket where bucket.key = asked.key;
  select count(*) into short from asked where asked.tokens < asked.wanted;
  update bench.buckets as bucket set tokens = asked.tokens - case when short = 0 then asked.wanted else 0 end,
    refilled_at = clock_timestamp()
  from asked where asked.key = bucket.key;
  return short = 0;
end $$;`;

const budgets = `
select api.set_budget(1000000000000000, 'organisation', 'total'), api.set_budget(1000000000000000, 'tenant', 'month', '${tenant}'),
  api.set_budget(1000000000000000, 'agent', 'day', '${tenant}', agent_id => '${agent}');
select api.set_rate_limit('tenant', 'requests', 10000000, 60), api.set_rate_limit('tenant', 'tokens', 600000000, 60),
  api.set_rate_limit('agent', 'tokens', 600000000, 60);
insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, source, changed_at)
values ('bench', 'Bench', 'openai', 'https://bench.test', '{bench.test}', 'test', cogo.now_());
insert into cogo.llm_models (provider, model, context_tokens, source, changed_at) values ('bench', 'm', 1000, 'test', cogo.now_());
insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
select model_id, cogo.now_(), 1000000, 1000000, 'test', '', cogo.now_() from cogo.llm_models;
set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off;`;

async function main(): Promise<void> {
  const server = await startPostgres({ major: 15, settings: { fsync: "on" } });
  try {
    const { url } = await createDatabase(server.url);
    await migrateUrl(url, { programs: server.programs });
    const sql = connect(url);
    await sql.unsafe(rival);
    await sql.unsafe(budgets);
    const [{ pid, price }] =
      await sql`select pg_backend_pid() as pid, (select min(price_id)::int from cogo.llm_prices) as price` as never as [
        { pid: number; price: number },
      ];
    const meter = await ServerMeter.open(url, server.dataDir);
    const decisions: string[] = [];
    const off = sql`(select set_config('synchronous_commit', 'off', true) offset 0)`;
    const works: Record<string, () => Promise<unknown>> = {
      select_1_and_an_insert: async () => {
        await sql`select 1`;
        await sql`insert into bench.plain select ${randomUUID()}, clock_timestamp(), ${tenant}, '{}' from ${off} as o`;
      },
      temp_table_limiter: () => sql`select bench.take('{a,b,c}', '{1,100,100}') from ${off} as o`,
      take_rates: () =>
        sql`select cogo.take_rates(${tenant}, ${agent}, 100, cogo.now_()) from ${off} as o`,
      reserve_3_budgets: () => {
        const decision = randomUUID();
        decisions.push(decision);
        return sql`select cogo.reserve(${decision}, 1, ${tenant}, ${agent}, 1, ${price}, null, 1000, null, null,
          cogo.now_() + interval '1 hour', cogo.now_()) from ${off} as o`;
      },
      settle_route: () =>
        sql`select api.settle_route(${
          decisions.pop() ?? ""
        }, 1, '{"prompt_tokens": 500, "completion_tokens": 100}')`,
    };
    const micros = new Map<string, number[]>();
    for (let round = 0; round < 8; round++) {
      for (const [name, work] of Object.entries(works)) {
        const used = await meter.measure(pid, async () => {
          for (let nth = 0; nth < 200; nth++) await work();
        });
        if (round > 0) micros.set(name, [...micros.get(name) ?? [], used.sessionMicros / 200]);
      }
      await sql.unsafe("vacuum cogo.budget_windows, cogo.rate_states, bench.buckets");
    }
    const cost = Object.fromEntries(
      [...micros].map(([name, all]) => [name, Math.round(median(all))]),
    );
    const ratio = (name: string, to: string) =>
      Number(((cost[name] ?? 0) / (cost[to] ?? 1)).toFixed(2));
    console.log(JSON.stringify(
      {
        cpu_us_per_call: cost,
        temp_table_to_take_rates: ratio("temp_table_limiter", "take_rates"),
        reserve_to_baseline: ratio("reserve_3_budgets", "select_1_and_an_insert"),
        settle_to_baseline: ratio("settle_route", "select_1_and_an_insert"),
      },
      null,
      process.argv.includes("--json") ? 0 : 2,
    ));
    await meter.close();
    await sql.end();
  } finally {
    await server.stop();
  }
}

if (import.meta.main) await main();

import { connect, createDatabase } from "../postgres/databases.ts";
import { migrateUrl } from "../db/migrate_url.ts";
import type { PostgresServer } from "../postgres/start_postgres.ts";
import { payloads } from "./engines/engine.ts";
import { ServerMeter } from "./server_meter.ts";
import { median } from "./statistics.ts";

/** What an agent's claim and complete cost with the check of scopes, beside the same without. */
export interface ScopeCost {
  readonly k: number;
  readonly with_us: number;
  readonly without_us: number;
  /** Median of the rounds' ratios. */
  readonly ratio: number;
}

const claims = JSON.stringify({
  role: "authenticated",
  sub: "20000000-0000-4000-8000-000000000001",
  tenant_id: "10000000-0000-4000-8000-000000000001",
  agent_id: "20000000-0000-4000-8000-000000000001",
  scopes: ["jobs:read", "jobs:write", "jobs:work", "route:select", "keys:resolve"],
});

// All as it was before scopes: who asks for one asks for the tenant alone, and the pop for no prefix.
const withoutScopes = `do $$
declare
  body text;
begin
  for body in
    select regexp_replace(regexp_replace(regexp_replace(pg_get_functiondef(oid),
      'perform cogo\\.caller_tenant\\(''[a-z:]+''\\);', '', 'g'),
      'cogo\\.caller_tenant\\(''[a-z:]+''\\)', 'cogo.caller_tenant()', 'g'),
      'case\\s+when tenant is not null and current_setting[^;]+ end', 'null', 'g')
    from pg_proc
    where prokind = 'f' and pronamespace in ('api'::regnamespace, 'cogo'::regnamespace, 'pgmq'::regnamespace)
      and prosrc ~ 'caller_tenant\\(''|caller_limits\\(''jobs:work'
  loop
    execute body;
  end loop;
end $$`;

async function openSide(server: PostgresServer, hasScopes: boolean) {
  const { url } = await createDatabase(server.url);
  await migrateUrl(url, { programs: server.programs });
  const owner = connect(url);
  if (!hasScopes) await owner.unsafe(withoutScopes);
  const [counted] = await owner`select count(*)::integer as doors from pg_proc
    where pronamespace in ('api'::regnamespace, 'cogo'::regnamespace) and prosrc ~ 'caller_tenant\\(''[a-z]'`;
  if ((counted?.["doors"] > 0) !== hasScopes) {
    throw new Error("The doors are not as they should be");
  }
  await owner.end();
  const sql = connect(url);
  await sql`select set_config('request.jwt.claims', ${claims}, false)`;
  await sql`set role authenticated`;
  const [backend] = await sql`select pg_backend_pid() as pid`;
  const meter = await ServerMeter.open(url, server.dataDir);
  const slice = async (k: number, jobs: number) => {
    for (let sent = 0; sent < jobs; sent += 200) {
      const given = payloads(sent, 200).map((payload) => ({ type: "bench.job", payload }));
      await sql`select count(*) from api.enqueue_jobs(${sql.json(given as never)}::jsonb)`;
    }
    const used = await meter.measure(Number(backend?.["pid"]), async () => {
      for (let done = 0; done < jobs; done += k) {
        const held = await sql`select * from api.claim_jobs('bench', ${k}::int, 'default', true)`;
        if (held.length !== k) throw new Error("Jobs are missing");
        const ids = held.map((row) => String(row["job_id"]));
        const fences = held.map((row) => String(row["fence"]));
        await sql`select * from api.complete(${ids}::bigint[], ${fences}::bigint[])`;
      }
    });
    return used.sessionMicros / jobs;
  };
  return { slice, close: () => Promise.all([sql.end(), meter.close()]) };
}

/** Measures both, in slices that take turns. */
export async function measureScopes(server: PostgresServer, rounds: number): Promise<ScopeCost[]> {
  const sides = { with: await openSide(server, true), without: await openSide(server, false) };
  const costs: ScopeCost[] = [];
  try {
    for (const { k, jobs } of [{ k: 1, jobs: 40 }, { k: 50, jobs: 1000 }]) {
      const seen = { with: [] as number[], without: [] as number[] };
      for (let round = 0; round <= rounds; round++) {
        const order = round % 2 === 0 ? ["with", "without"] as const : ["without", "with"] as const;
        for (const side of order) {
          const micros = await sides[side].slice(k, jobs);
          if (round > 0) seen[side].push(micros);
        }
      }
      const ratio = median(seen.with.map((micros, nth) => micros / seen.without[nth]!));
      costs.push({ k, with_us: median(seen.with), without_us: median(seen.without), ratio });
    }
  } finally {
    for (const { close } of Object.values(sides)) await close();
  }
  return costs;
}

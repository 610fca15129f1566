import { createHash } from "node:crypto";
import process from "node:process";
import { connect, createDatabase } from "../postgres/databases.ts";
import type { PostgresServer } from "../postgres/start_postgres.ts";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import { percentile } from "./router/figure.ts";

/** What agent-token gives over HTTP. */
export interface TokenPath {
  readonly callers: number;
  readonly tokens_per_second: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  /** CPU time of the whole stack and its callers, without the server's, for one token. */
  readonly cpu_ms: number;
}

const tenant = "10000000-0000-4000-8000-000000000001";
const secretOf = (nth: number) => `cga_bench_${nth}`;

/** Agents with a secret each: as many as the rate of one secret makes necessary. */
async function layAgents(url: string, many: number): Promise<void> {
  const sql = connect(url);
  const hashes = Array.from(
    { length: many },
    (_, nth) => createHash("sha256").update(secretOf(nth)).digest("hex"),
  );
  await sql`select api.create_tenant('Bench', ${tenant})`;
  await sql`with made as (
      select api.create_agent('Bench', '{jobs:read,jobs:work,route:select}', ${tenant})->>'agent_id' as id, hash
      from unnest(${hashes}::text[]) as hash
    )
    insert into cogo.agent_credentials (credential_id, agent_id, secret_sha256, hint, created_at, expires_at, free_at)
    select gen_random_uuid(), id::uuid, decode(hash, 'hex'), 'cga_benc', now(), now() + interval '1 day', now() from made`;
  await sql`analyze cogo.agents, cogo.agent_credentials`;
  await sql.end();
}

/** Asks for tokens at the stack's address, as agents do, with some callers at once. */
export async function measureTokens(
  server: PostgresServer,
  seconds: number,
  callers: readonly number[],
): Promise<TokenPath[]> {
  const { url: databaseUrl } = await createDatabase(server.url);
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-bench-" });
  const stack = await startStack({
    port: 0,
    wirePort: 0,
    databaseUrl,
    dataFolder,
    progress: silent,
  });
  const many = 1000;
  const url = `${stack.file.url}/functions/v1/agent-token`;
  let next = 0;
  const ask = async (millis: number[]) => {
    const authorization = `Bearer ${secretOf(next++ % many)}`;
    const began = performance.now();
    const answer = await fetch(url, { method: "POST", headers: { authorization } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`agent-token: ${answer.status} ${text}`);
    millis.push(performance.now() - began);
  };
  try {
    await layAgents(databaseUrl, many);
    for (let nth = 0; nth < 100; nth++) await ask([]);
    const paths: TokenPath[] = [];
    for (const count of callers) {
      const millis: number[] = [];
      const before = process.cpuUsage();
      const began = performance.now();
      await Promise.all(Array.from({ length: count }, async () => {
        while (performance.now() - began < seconds * 1000) await ask(millis);
      }));
      const tokens_per_second = millis.length / ((performance.now() - began) / 1000);
      const { user, system } = process.cpuUsage(before);
      const cpu_ms = (user + system) / 1000 / millis.length;
      const [p50_ms, p95_ms, p99_ms] = [0.5, 0.95, 0.99].map((share) => percentile(millis, share));
      paths.push({
        callers: count,
        tokens_per_second,
        p50_ms: p50_ms!,
        p95_ms: p95_ms!,
        p99_ms: p99_ms!,
        cpu_ms,
      });
    }
    return paths;
  } finally {
    await stack.close();
    await Deno.remove(dataFolder, { recursive: true });
  }
}

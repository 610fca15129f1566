import { connect } from "../../postgres/databases.ts";
import { openPool } from "../../../functions/_shared/platform/pool.ts";
import { loadKeys, publicJwks } from "../../stack/keys.ts";
import { createTokens } from "../../stack/tokens.ts";
import { median } from "../statistics.ts";
import { type Figure, percentile } from "./figure.ts";
import { agent, claims, type RouterGround, tenant, tidy } from "./ground.ts";
import { ratioOf } from "./turns.ts";

const asked = { service: "chat", context_tokens: 1000, max_output_tokens: 200 };

/** What router-select adds to its RPC: HTTP, the check of the token, the contract. */
export async function measureHttp(ground: RouterGround): Promise<Figure[]> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-bench-" });
  const keys = await loadKeys(folder);
  await Deno.remove(folder, { recursive: true });
  const tokens = await createTokens(keys, "http://127.0.0.1:1");
  const environment = {
    SUPABASE_DB_URL: ground.few,
    SUPABASE_URL: "http://127.0.0.1:1",
    SUPABASE_JWKS: JSON.stringify(publicJwks(keys)),
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: keys.publishable["default"] }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: keys.secret["default"] }),
  };
  for (const [name, value] of Object.entries(environment)) Deno.env.set(name, value);
  const { default: app } = await import("../../../functions/router-select/index.ts");
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, app.fetch);
  const url = `http://127.0.0.1:${server.addr.port}/router-select`;
  const token = await tokens.sign({
    sub: agent(1),
    aud: "authenticated",
    ...JSON.parse(claims(1)),
    tenant_id: tenant(1),
  }, 3600);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const pool = openPool({ url: ground.few });
  const owner = connect(ground.few);
  const ways = {
    rpc: () => pool.callAs(JSON.parse(claims(1)), "select_route", asked),
    http: async () => {
      const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(asked) });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`router-select: ${answer.status} ${text}`);
    },
  };
  const medians = { rpc: [] as number[], http: [] as number[] };
  try {
    for (let round = 0; round <= ground.rounds; round++) {
      for (const way of round % 2 === 0 ? ["rpc", "http"] as const : ["http", "rpc"] as const) {
        const millis: number[] = [];
        for (let nth = 0; nth < (ground.quick ? 60 : 150); nth++) {
          const began = performance.now();
          await ways[way]();
          millis.push(performance.now() - began);
        }
        if (round > 0) medians[way].push(percentile(millis, 0.5));
      }
      await tidy(owner);
    }
  } finally {
    await Promise.all([server.shutdown(), pool.close(), owner.end()]);
  }
  return [
    {
      what: "router-select over HTTP: time of the RPC on the same driver",
      value: ratioOf(medians.http, medians.rpc),
      unit: "x",
      bar: { most: 2 },
    },
    { what: "time of router-select over HTTP", value: median(medians.http), unit: "ms" },
    { what: "time of the RPC on the same driver", value: median(medians.rpc), unit: "ms" },
  ];
}

import assert from "@std/assert";
import { forgedTokens } from "../stack/cases/forged_tokens.ts";
import { loadKeys, publicJwks } from "../stack/keys.ts";
import { createTokens } from "../stack/tokens.ts";

const url = "http://127.0.0.1:9"; // nobody listens there: what gets that far fails otherwise

/** One guarded route of each function. */
const guarded: Readonly<Record<string, { path: string; method: string; body?: unknown }>> = {
  artifacts: { path: "/links", method: "POST", body: { artifact_ids: [] } },
  dashboard: { path: "/api/read/list_jobs", method: "GET" },
  events: { path: "/deliver", method: "POST" },
  ingress: { path: "/jobs", method: "POST", body: { type: "demo.a" } },
  "key-vault": { path: "", method: "POST", body: { op: "alerts" } },
  metrics: { path: "/health", method: "GET" },
  notify: { path: "/deliver", method: "POST" },
  "router-select": { path: "", method: "POST", body: { service: "chat", context_tokens: 1 } },
  schedule: { path: "/weekly", method: "POST" },
};

interface Fetcher {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

async function functionsWithTokens(): Promise<string[]> {
  const names: string[] = [];
  for await (
    const { name, isDirectory } of Deno.readDir(new URL("../../functions/", import.meta.url))
  ) {
    if (isDirectory && !name.startsWith("_") && name !== "agent-token") names.push(name);
  }
  return names.sort();
}

Deno.test("every function refuses forged tokens by itself, with no gateway before it", async (t) => {
  const folder = await Deno.makeTempDir({ prefix: "cogo-forged-" });
  const keys = await loadKeys(folder);
  const tokens = await createTokens(keys, url);
  const jwks = publicJwks(keys);
  const environment = {
    SUPABASE_URL: url,
    SUPABASE_JWKS: JSON.stringify(jwks),
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify(keys.publishable),
    SUPABASE_SECRET_KEYS: JSON.stringify(keys.secret),
  };
  const before = Object.keys(environment).map((name) => [name, Deno.env.get(name)] as const);
  for (const [name, value] of Object.entries(environment)) Deno.env.set(name, value);
  try {
    const forged = await forgedTokens({ tokens, file: { jwks, data_folder: folder } });
    assert.ok(Object.keys(forged).length >= 18);
    assert.deepEqual(Object.keys(guarded).sort(), await functionsWithTokens(), "a route for each");
    for (const [name, { path, method, body }] of Object.entries(guarded)) {
      await t.step(name, async () => {
        const { default: app } = await import(`../../functions/${name}/index.ts`) as {
          default: Fetcher;
        };
        for (const [what, token] of Object.entries(forged)) {
          const answer = await app.fetch(
            new Request(`http://functions.example/${name}${path}`, {
              method,
              headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
              ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            }),
          );
          const { details } = await answer.json();
          assert.deepEqual([answer.status, details], [401, "invalid_token"], `a token ${what}`);
        }
      });
    }
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Deno.env.delete(name);
      else Deno.env.set(name, value);
    }
    await Deno.remove(folder, { recursive: true });
  }
});

// needs: the embedded stack
import assert from "@std/assert";
import { layPreparedData } from "../stack/prepared_data.ts";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import { type Doors, openDoors, type Person, tenantA } from "./agent_doors.ts";

const stranger = (answer: { status: number; text: string }) =>
  assert.deepEqual(
    [answer.status, JSON.parse(answer.text).details],
    [404, "decision_not_found"],
    answer.text,
  );

const shut = ({ status, text }: { status: number; text: string }, what: string) =>
  assert.ok([401, 403, 404, 406].includes(status), `${what} answered ${status}: ${text}`);

const keyTables = [
  "secure_keys",
  "secure_keys_audit",
  "secure_keys_seals",
  "kek_registry",
  "break_glass",
];
const keyFunctions = [
  "open_grant",
  "read_key",
  "open_key",
  "write_key",
  "plan_key",
  "keys_to_rewrap",
];

const vaultFunctions = new URL("../../sql/keys/functions/", import.meta.url);

async function cannotReadKeys(doors: Doors, person: Person): Promise<void> {
  for (const schema of [undefined, "api", "cogo", "public"]) {
    for (const table of keyTables) {
      shut(await doors.table(person, table, schema), `${table} in ${schema}`);
    }
    for (const name of keyFunctions) {
      shut(await doors.rpc(person, name, {}, schema), `${name} in ${schema}`);
    }
  }
  const names = await doors.sql(
    "select proname from pg_proc where proname ~ 'key|kek|audit|vault' and pronamespace = 'api'::regnamespace",
  );
  assert.ok(names.length >= 8);
  for (const { proname } of names) {
    const answer = await doors.rpc(person, String(proname), doors.argumentsOf(String(proname)));
    // Its own webhook's secret is not a provider's key.
    if (proname !== "show_webhook_key") shut(answer, String(proname));
  }
}

const steps: Record<string, (doors: Doors) => Promise<void>> = {
  "no table of the engine is readable or writable by callers, whatever the gateway lets through":
    async ({ sql }) => {
      const open = await sql(`
      select role, class.relname from unnest('{anon,authenticated}'::text[]) as role, pg_class as class
      where class.relnamespace = 'cogo'::regnamespace and class.relkind in ('r', 'v', 'm', 'p')
        and has_table_privilege(role, class.oid, 'select, insert, update, delete')`);
      assert.deepEqual(open, []);
    },
  "no function of the vault may be called by callers, with whatever arguments": async ({ sql }) => {
    const files = await Array.fromAsync(Deno.readDir(vaultFunctions));
    const names = [...files.map(({ name }) => name.replace(/\.sql$/, "")), ...keyFunctions];
    const known = await sql(`
      select proname, bool_or(has_function_privilege('anon', oid, 'execute')
        or has_function_privilege('authenticated', oid, 'execute')) as is_open
      from pg_proc where pronamespace = 'cogo'::regnamespace group by proname`);
    const open = new Map(known.map((one) => [one["proname"], one["is_open"]]));
    assert.deepEqual(names.filter((name) => open.get(name) !== false), []);
    assert.equal(open.get("show_webhook_key"), true, "an open one is seen as open");
  },
  "an agent reads no key and no audit, and calls no RPC of keys": (doors) =>
    cannotReadKeys(doors, doors.a),
  "nor does one without a token": (doors) => cannotReadKeys(doors, doors.anon),
  "an operator does list keys: the doors above exist": async (doors) => {
    const answer = await doors.rpc(doors.operator, "list_keys", {});
    assert.equal(answer.status, 200, answer.text);
    assert.equal(JSON.parse(answer.text).length, 1);
  },
  "a grant opens the key of its own decision, and only for its agent": async (doors) => {
    const { grant } = await doors.choose(doors.a);
    const body = { op: "resolve", grant };
    for (const person of [doors.b, doors.sibling]) {
      const answer = await doors.post(person, "key-vault", body);
      assert.deepEqual([answer.status, JSON.parse(answer.text).details], [403, "grant_refused"]);
    }
    assert.equal((await doors.post(doors.anon, "key-vault", body)).status, 401);
    const own = await doors.post(doors.a, "key-vault", body);
    assert.equal(JSON.parse(own.text).value, doors.key, own.text);
  },
  "an agent gets no key by fields, and changes none": async (doors) => {
    for (
      const body of [
        { op: "resolve", provider: "one", purpose: "curiosity" },
        { op: "upsert", provider: "one", value: "sk-mine" },
        { op: "list" },
        {
          op: "break_glass",
          action: "request",
          key_id: crypto.randomUUID(),
          reason: "curiosity alone",
        },
      ]
    ) {
      const answer = await doors.post(doors.a, "key-vault", body);
      assert.deepEqual([answer.status, JSON.parse(answer.text).details], [403, "operators_only"]);
    }
  },
  "another tenant's decision is as not there": async (doors) => {
    const { decision_id } = await doors.choose(doors.a);
    const failure = { attempt: 1, http_status: 500 };
    stranger(await doors.rpc(doors.b, "explain_route", { decision_id }));
    stranger(await doors.rpc(doors.b, "next_route", { decision_id, failure }));
    stranger(
      await doors.rpc(doors.b, "settle_route", { decision_id, usage: { prompt_tokens: 1 } }),
    );
    stranger(await doors.post(doors.b, "router-select/next", { decision_id, failure }));
    const batch = await doors.rpc(doors.b, "settle_routes", { routes: [{ decision_id }] });
    assert.equal(JSON.parse(batch.text)[0].refused.details, "decision_not_found");
    for (const args of [{}, { tenant_id: tenantA }]) {
      assert.equal((await doors.rpc(doors.b, "list_decisions", args)).text, "[]");
    }
    const [held] = await doors.sql(
      `select state from cogo.reservations where decision_id = '${decision_id}'`,
    );
    assert.deepEqual(held, { state: "reserved" });
    const own = await doors.rpc(doors.a, "list_decisions", {});
    assert.ok(own.text.includes(decision_id), "its own is there");
    assert.equal((await doors.rpc(doors.a, "explain_route", { decision_id })).status, 200);
  },
  "nobody spends on another tenant's budget": async (doors) => {
    const lease_id = crypto.randomUUID();
    const lease = { amount_nano: 1000, seconds: 60, lease_id };
    assert.equal((await doors.rpc(doors.a, "draw_budget_lease", lease)).status, 200);
    const before = await doors.money();
    const other = { tenant_id: tenantA };
    const asked = { service: "chat", context_tokens: 1000, max_output_tokens: 100, ...other };
    for (
      const answer of [
        await doors.rpc(doors.b, "select_route", asked),
        await doors.post(doors.b, "router-select", asked),
      ]
    ) assert.deepEqual([answer.status, JSON.parse(answer.text).details], [403, "tenant_forbidden"]);
    const drawn = await doors.rpc(doors.b, "draw_budget_lease", { amount_nano: 1000, ...other });
    assert.deepEqual([drawn.status, JSON.parse(drawn.text).details], [400, "bad_argument"]);
    assert.match(drawn.text, /tenant_id/);
    assert.notEqual(
      (await doors.rpc(doors.b, "return_budget_lease", { lease_id, spent_nano: 1000 })).status,
      200,
    );
    assert.notEqual((await doors.rpc(doors.b, "draw_budget_lease", lease)).status, 200);
    const seen = await doors.rpc(doors.b, "spend_summary", other);
    assert.ok(seen.status === 403 || !seen.text.includes(tenantA), seen.text);
    for (const name of ["set_budget", "list_budgets", "remove_budget", "set_rate_limit"]) {
      shut(await doors.rpc(doors.b, name, doors.argumentsOf(name)), name);
    }
    assert.deepEqual(await doors.money(), before, "its accounts are as they were");
    await doors.choose(doors.a);
    assert.notDeepEqual(await doors.money(), before, "they do move for itself");
  },
  "a token of another signer, of none, or with a changed tenant is no token": async (doors) => {
    for (const person of await doors.forgeries()) {
      const asked = { service: "chat", context_tokens: 1 };
      assert.equal((await doors.rpc(person, "select_route", asked)).status, 401);
      assert.equal((await doors.post(person, "router-select", asked)).status, 401);
      assert.equal((await doors.post(person, "key-vault", { op: "list" })).status, 401);
    }
  },
  "without a token nothing is chosen, settled, leased or shown": async (doors) => {
    const { decision_id } = await doors.choose(doors.a);
    const calls = {
      select_route: { service: "chat", context_tokens: 1 },
      next_route: { decision_id, failure: {} },
      settle_route: { decision_id },
      settle_routes: { routes: [{ decision_id }] },
      explain_route: { decision_id },
      list_decisions: {},
      draw_budget_lease: { amount_nano: 1 },
      spend_summary: {},
      provider_health: {},
    };
    for (const [name, body] of Object.entries(calls)) {
      shut(await doors.rpc(doors.anon, name, body), name);
    }
    assert.equal((await doors.post(doors.anon, "router-select", calls.select_route)).status, 401);
  },
};

Deno.test("doors of agents", { sanitizeOps: false, sanitizeResources: false }, async (t) => {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-doors-" });
  try {
    await layPreparedData(dataFolder);
    const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
    try {
      const doors = await openDoors(stack);
      for (const [sentence, prove] of Object.entries(steps)) {
        await t.step(sentence, () => prove(doors));
      }
    } finally {
      await stack.close();
    }
  } finally {
    await Deno.remove(dataFolder, { recursive: true });
  }
});

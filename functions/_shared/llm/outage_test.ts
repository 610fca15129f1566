import assert from "node:assert/strict";
import { chatNeed, hello, onStage, type Stage, thrownBy } from "./cases.ts";
import { direct } from "./furnish.ts";

/** A function's own refusal, in its four fields. */
const refuses = (status: number, details: string) => () =>
  Response.json({ code: `PT${status}`, message: `Cannot: ${details}`, details, hint: "" }, {
    status,
  });
const selected = (s: Stage) => s.core.calls.filter(({ name }) => name === "router-select").length;
const byFunction = (s: Stage) => ({ routerSelectUrl: `${s.core.url}/router-select` });
/** {@link thrownBy}, and nothing hangs. */
async function soonThrownBy(work: Promise<unknown>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("it hangs")), 3_000);
  });
  return await Promise.race([thrownBy(work), late]).finally(() => clearTimeout(timer));
}

onStage("functions that are away", {
  "a function whose database is away is asked again": async (s) => {
    s.core.disturb("router-select", refuses(503, "database_unreachable"));
    s.core.disturb("router-select", refuses(500, "internal"));
    await (await s.route(["openai"], byFunction(s))).chat(hello);
    assert.equal(selected(s), 3);
    s.core.disturb("key-vault", refuses(503, "database_unreachable"));
    await (await s.route()).chat(hello);
    assert.equal(s.provider.seen.length, 2);
  },

  "while it stays so, the lease pays": async (s) => {
    const router = s.router({ ...byFunction(s), direct: direct(s.provider) });
    assert.equal(await router.drawLease(), true);
    for (let nth = 0; nth < 3; nth++) {
      s.core.disturb("router-select", refuses(503, "database_unreachable"));
    }
    await (await router.route(chatNeed)).chat(hello);
    assert.equal(s.provider.seen[0]?.credential, "sk-own");
  },

  "what the vault says of its keys is no outage, and is passed on": async (s) => {
    for (const [status, word] of [[500, "key_damaged"], [503, "keys_not_configured"]] as const) {
      s.core.disturb("key-vault", refuses(status, word));
      const thrown = await thrownBy((await s.route()).chat(hello));
      assert.deepEqual([thrown.code, thrown.status], [word, status]);
    }
    assert.equal(s.core.calls.filter(({ name }) => name === "key-vault").length, 2);
  },

  "a token that cannot be had is an outage, by function and by RPC": async (s) => {
    for (const more of [byFunction(s), {}]) {
      const token = () => Promise.reject(new Error("no token today"));
      const thrown = await thrownBy(s.router({ token, ...more }).route(chatNeed));
      assert.deepEqual([thrown.code, thrown.isRetryable], ["unavailable", true]);
    }
  },

  "a token that does not come is waited for no longer than the core": async (s) => {
    for (const more of [byFunction(s), {}]) {
      const token = () => new Promise<string>(() => {});
      const router = s.router({ token, coreTimeoutMs: 30, ...more });
      assert.equal((await soonThrownBy(router.route(chatNeed))).code, "unavailable");
    }
  },

  "an abort is heard while a token does not come": async (s) => {
    const token = () => new Promise<string>(() => {});
    const signal = AbortSignal.timeout(30);
    const call = s.router({ token, ...byFunction(s) }).route(chatNeed, { signal });
    assert.equal((await soonThrownBy(call) as Error).name, "TimeoutError");
  },
});

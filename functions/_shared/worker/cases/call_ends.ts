import assert from "node:assert/strict";
import { askedV1, replyV1 } from "../call_wire.ts";
import { createWorker, RequestTimedOut } from "../mod.ts";
import { everything, fast, part, type SceneCase } from "./call_scene.ts";
import { pause, until } from "./engine.ts";

export const endCases: SceneCase[] = [
  [
    "a chain whose time is over ends as one, and its workers stop",
    async ({ asker, slow, rows }) => {
      const error = await asker.call("total.slow", {}, { timeoutSeconds: 1 }).catch((one) => one);
      assert.ok(error instanceof RequestTimedOut && error.certain);
      await until(
        "all of it is cancelled",
        async () =>
          [...await rows("total.slow"), ...await rows("slow.one")].every((one) =>
            one.state === "cancelled"
          ),
      );
      await until("who began has stopped", () => slow.begun === slow.stopped);
    },
  ],

  ["the engine takes and refuses requests as the vectors say", async ({ a }) => {
    const file = new URL("../../../../docs/specs/vectors/call_v1.json", import.meta.url);
    const { cases } = JSON.parse(await Deno.readTextFile(file)) as {
      cases: { name: string; form: string; at: string | null; value: object }[];
    };
    for (const { name, at, value } of cases.filter((one) => one.form === "call_request")) {
      const told = await a.call("request", value, 60_000).then(
        (asked) => askedV1.safeParse(asked).success,
        (error) => error.status,
      );
      // A name that the function has not is 404 to PostgREST.
      assert.ok(at === null ? told === true : [400, 404].includes(told), `${name}: ${told}`);
    }
  }],

  ["another tenant's reply is not there, and ours is as the spec says", async (
    { stack, a, rows },
  ) => {
    const made = await stack.operator("create_tenant", { name: "Others" }, 60_000);
    const stranger = await stack.agent("Z", everything, (made as { tenant_id: string }).tenant_id);
    const [job] = await rows("total.of");
    const reply = replyV1.parse(await a.call("get_reply", { job_id: job!.job_id }, 60_000));
    assert.equal(reply.state, "replied");
    const refused = (request_id: unknown) =>
      stranger.call("get_reply", { request_id }, 60_000).catch((error) => error.code);
    assert.equal(await refused(job!.id), "job_not_found");
    assert.equal(await refused(crypto.randomUUID()), "job_not_found");
  }],

  [
    "who stops waiting ends what was asked for, and what that asked for",
    async ({ asker, rows }) => {
      const ended = new AbortController();
      const before = (await rows("slow.one")).length;
      const call = asker.call("total.slow", {}, { signal: ended.signal });
      await until("it has come to C", async () => (await rows("slow.one")).length > before);
      ended.abort(new Error("enough"));
      await assert.rejects(call, /enough/);
      await until(
        "it is cancelled",
        async () => (await rows("total.slow")).at(-1)?.state === "cancelled",
      );
    },
  ],

  ["what a handler leaves behind is cancelled", async ({ asker, rows }) => {
    await asker.call("total.hasty", {});
    await until("it is cancelled", async () => {
      const left = await rows("slow.two");
      return left.every((one) => one.state === "cancelled");
    });
  }],

  ["a restart in between is waited out", async ({ stack, c, asker, workerC }) => {
    await workerC.stop({ timeoutMs: 0 });
    const call = asker.call(part, { numbers: [20, 22] }, { timeoutSeconds: 60 });
    await pause(100);
    await stack.restart();
    const again = createWorker({
      ...c.address,
      ...fast,
      onEvent: () => {},
      handlers: { "part.of": () => ({ sum: 42 }) },
    });
    again.start();
    assert.deepEqual(await call, { sum: 42 });
    await again.stop({ timeoutMs: 0 });
  }],
];

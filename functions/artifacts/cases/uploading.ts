import assert from "@std/assert";
import { join } from "@std/path";
import { agentClaims } from "../../../scripts/stack/test_stack.ts";
import * as calls from "./calls.ts";
import { agentOf, ask, type Case, folderOf, hold, incoming, put, rows, rpc } from "./calls.ts";

/** Files of jobs. */
export const uploadingCases: Case[] = [
  [
    "the same again changes nothing, other bytes replace, and each job has its own",
    async (stack) => {
      const agent = await agentOf(stack);
      const [one, two] = [await hold(stack, agent), await hold(stack, agent)];
      const first = await put(stack, agent, one, "out.log", "text");
      assert.deepEqual([first.status, first.body.outcome], [201, "created"]);
      assert.equal(first.body.sha256, calls.sha256Of("text"));
      const again = await put(
        stack,
        agent,
        one,
        "out.log",
        "text",
        calls.digestHeader(first.body.sha256),
      );
      assert.deepEqual([again.status, again.body.outcome], [200, "unchanged"]);
      const other = await put(stack, agent, one, "out.log", "");
      assert.deepEqual([other.status, other.body.outcome, other.body.size_bytes], [
        200,
        "replaced",
        0,
      ]);
      assert.equal((await ask(stack, "GET", `/${other.body.artifact_id}`, agent)).body, "");
      const second = await put(stack, agent, two, "out.log", "text");
      assert.deepEqual([second.status, (await rows(stack, one.job_id)).length], [201, 1]);
      assert.equal(incoming(stack), 0);
    },
  ],
  ["two uploads of the same at once make one row and one file", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const all = await Promise.all(
      Array.from({ length: 6 }, () => put(stack, agent, held, "same.log", "same bytes")),
    );
    const statuses = all.map(({ status }) => status).toSorted();
    assert.deepEqual(statuses, [200, 200, 200, 200, 200, 201]);
    assert.equal(new Set(all.map(({ body }) => body.artifact_id)).size, 1);
    assert.equal((await rows(stack, held.job_id)).length, 1);
    const file = join(folderOf(stack), agentClaims.tenant_id, all[0]!.body.sha256);
    assert.equal(await Deno.readTextFile(file), "same bytes");
  }],
  ["only who holds the job may, and why not is told alike", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const stranger = await agentOf(stack, { tenant_id: calls.otherTenant });
    const colleague = await agentOf(stack, { agent_id: calls.otherTenant, sub: calls.otherTenant });
    const { job_id, fence } = held;
    const texts = new Set<string>();
    for (
      const [who, place] of [
        [stranger, held],
        [colleague, held],
        [agent, { job_id, fence: fence + 1000 }],
        [agent, { job_id: job_id + 1000, fence }],
      ] as const
    ) {
      const { status, body } = await put(stack, who, place, "a.txt", "a");
      assert.deepEqual([status, body.details], [409, "lease_lost"]);
      texts.add(body.message.replace(/\d+/g, "N"));
    }
    assert.equal(texts.size, 1);
    const unscoped = await agentOf(stack, { scopes: ["artifacts:read", "jobs:work"] });
    assert.equal(
      (await put(stack, unscoped, held, "a.txt", "a")).body.details,
      "insufficient_scope",
    );
    assert.equal((await put(stack, {}, held, "a.txt", "a")).status, 401);
    assert.deepEqual(await rows(stack, job_id), []);
  }],
  ["a later hold replaces what an earlier one kept, which comes too late", async (stack) => {
    const agent = await agentOf(stack);
    const early = await hold(stack, agent);
    const { body } = await put(stack, agent, early, "out.log", "early");
    await rpc(stack, agent, "release_jobs", { jobs: [early] });
    let late = early;
    while (late.fence === early.fence) {
      const got = await rpc<calls.Hold[]>(stack, agent, "claim_jobs", { worker: "two", want: 9 });
      const again = got.find(({ job_id }) => job_id === early.job_id);
      if (again) late = { job_id: again.job_id, fence: again.fence };
    }
    const replaced = await put(stack, agent, late, "out.log", "late");
    assert.deepEqual([replaced.status, replaced.body.artifact_id], [200, body.artifact_id]);
    assert.equal((await put(stack, agent, early, "out.log", "early")).body.details, "lease_lost");
    assert.equal((await ask(stack, "GET", `/${body.artifact_id}`, agent)).body, "late");
    await rpc(stack, agent, "complete_jobs", { results: [late] });
    assert.equal((await put(stack, agent, late, "more.log", "x")).body.details, "lease_lost");
  }],
];

import assert from "@std/assert";
import { createClient } from "@supabase/supabase-js";
import type { JobContext } from "../../_shared/worker/job_context.ts";
import type { KeptArtifact } from "../../_shared/worker/kept_artifact.ts";
import { createWorker } from "../../_shared/worker/mod.ts";
import { agentOf, ask, type Case, rpc } from "./calls.ts";

const stream = (text: string) =>
  new Blob([text]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>;

/** What a worker's handlers do with artifacts. */
export const workingCases: Case[] = [
  ["a handler keeps files and reads them, over an address and a client alike", async (stack) => {
    const { url, publishable_key: key } = stack.file;
    const agent = await agentOf(stack);
    const token = agent.authorization!.slice(7);
    const client = createClient(url, key, {
      auth: { persistSession: false, autoRefreshToken: false },
      global: { headers: agent },
    });
    const seen: unknown[] = [];
    let kept: KeptArtifact | undefined;
    const work = async (_: unknown, ctx: JobContext) => {
      kept = await ctx.putArtifact("out.json", stream('{ "n": 1 }'), {
        mediaType: "application/json",
        kind: "report",
      });
      const again = await ctx.putArtifact("out.json", '{ "n": 1 }');
      const read = await ctx.getArtifact(kept.artifact_id);
      seen.push(kept.outcome, again.outcome, await read.text());
      const refused = await ctx.putArtifact("../x", "x").catch((thrown: Error) => thrown.name);
      const absent = await ctx.getArtifact(crypto.randomUUID()).catch((e: Error) => e.name);
      seen.push(refused, absent);
    };
    for (const reach of [{ url, key, token }, { client }]) {
      await rpc(stack, agent, "enqueue_jobs", { jobs: [{ type: "demo.keep" }] });
      const worker = createWorker({
        ...reach,
        pollMs: 20,
        onEvent: () => {},
        handlers: { "demo.keep": work },
      });
      const stats = await worker.runUntilIdle({ idleMs: 50 });
      assert.equal(stats.succeeded, 1);
      const told = ["created", "unchanged", '{ "n": 1 }', "PermanentError", "PermanentError"];
      assert.deepEqual(seen.splice(0), told);
      const { body } = await ask(stack, "GET", `/${kept!.artifact_id}`, agent);
      assert.equal(body, '{ "n": 1 }');
    }
  }],
];

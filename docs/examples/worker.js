// A worker in plain JavaScript: runs on Node 20+, Deno and Bun.
//   SUPABASE_URL=http://localhost:54321 SUPABASE_SERVICE_ROLE_KEY=… node worker.js --once
import process from "node:process";
import { createWorker, handler, PermanentError } from "cogo-agent-core/worker";
import { z } from "zod";

const worker = createWorker({
  url: process.env.SUPABASE_URL ?? "http://localhost:54321",
  key: process.env.SUPABASE_SERVICE_ROLE_KEY ?? "",
  executor: process.env.COGO_EXECUTOR ?? "default",
  // Set by `npm run scale`; else the worker has a name by chance.
  ...(process.env.COGO_WORKER ? { worker: process.env.COGO_WORKER } : {}),
  version: "1.0.0",
  concurrency: 4,
  handlers: {
    // The payload is checked by the schema before the handler runs.
    "example.split": handler(z.object({ text: z.string().min(1) }), async (job, ctx) => {
      const lines = job.payload.text.split("\n");
      const jobs = await ctx.enqueue(lines.map((line, place) => ({
        type: "example.count",
        payload: { line },
        // A retry of this job finds the jobs that its first try enqueued.
        idempotency_key: `${job.id}:${place}`,
      })));
      ctx.log({ lines: jobs.length });
      return { lines: jobs.length };
    }),

    "example.count": handler(z.object({ line: z.string() }), (job) => {
      if (job.payload.line === "") throw new PermanentError("There is nothing to count");
      return { words: job.payload.line.split(/\s+/).length };
    }),
  },
});

if (process.argv.includes("--once")) {
  const stats = await worker.runUntilIdle({ seconds: 30, idleMs: 500 });
  console.log(JSON.stringify(stats));
} else {
  worker.start();
  // Gives back what is not finished within 10 seconds; another worker goes on with it.
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => void worker.stop({ timeoutMs: 10_000 }));
  }
}

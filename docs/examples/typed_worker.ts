// The same in TypeScript: each handler's payload has the type of its schema.
import { createWorker, type JobContext, TransientError } from "cogo-agent-core/worker";
import { z } from "zod";

const schemas = {
  "page.fetch": z.object({ url: z.url(), timeout_ms: z.number().int().default(5_000) }),
  "page.summarise": z.object({ words: z.number() }),
};

export const worker = createWorker({
  url: "http://localhost:54321",
  key: "sb_secret_…",
  executor: "default",
  schemas,
  handlers: {
    "page.fetch": (job, ctx) => fetchPage(job.payload.url, job.payload.timeout_ms, ctx),
    "page.summarise": (job) => job.payload.words.toFixed(0),
  },
  onEvent: (event) => {
    if (event.kind === "lease_lost") console.warn(`lost ${event.type} ${event.job_id}`);
  },
});

async function fetchPage(url: string, timeoutMs: number, ctx: JobContext) {
  // The signal is aborted when the lease is lost, the job cancelled or the worker stopped.
  const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(timeoutMs)]);
  const response = await fetch(url, { signal, headers: { traceparent: ctx.traceparent } });
  if (response.status === 429) {
    throw new TransientError("The site asks us to wait", { stage: "fetch", retryInSeconds: 60 });
  }
  return { status: response.status, bytes: (await response.text()).length };
}

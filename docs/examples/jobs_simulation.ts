// npm run simulate -- --file docs/examples/jobs_simulation.ts
import { PermanentError } from "cogo-agent-core/worker";
import { defineSimulation, enqueue } from "cogo-agent-core/workflows";

export const simulation = defineSimulation({
  jobTypes: [
    { type: "mail.send", lease_seconds: 30, max_attempts: 3 },
    { type: "page.*", executor: "default", retry_base_ms: 2000 },
  ],
  handlers: {
    "mail.send": (job) => {
      if (job.payload["to"] === "nobody") throw new PermanentError("There is no such address");
      return { sent: job.payload["to"] };
    },
    "page.fetch": async (job, ctx) => {
      const [summary] = await ctx.enqueue([
        { type: "page.summarise", idempotency_key: `summary of ${job.job_id}` },
      ]);
      return { summary: summary?.job_id };
    },
    "page.summarise": (job) => ({ words: job.attempt * 0 + 7 }),
  },
  arrivals: (chance) => [
    enqueue({ type: "mail.send", payload: { to: "ada" } }),
    enqueue({ type: "mail.send", payload: { to: chance.pick(["bob", "nobody"]) } }),
    enqueue({ type: "mail.send", payload: { to: "eve" }, delay_seconds: 90 }, { cancel: true }),
    enqueue({ type: "page.fetch", priority: "urgent" }),
    enqueue({ type: "page.fetch", priority: "bulk" }, { cancel: chance.next() < 0.5 }),
  ],
  invariants: {
    "mail to nobody is never sent": ({ jobs }) =>
      jobs.some((job) => job.payload["to"] === "nobody" && job.outcome === "succeeded")
        ? "it was"
        : undefined,
    "a page is summarised once": ({ jobs }) => {
      const pages = jobs.filter((job) => job.type === "page.fetch" && job.outcome === "succeeded");
      const results = new Set(pages.map((job) => JSON.stringify(job.result)));
      return results.size === pages.length ? undefined : "two pages share a summary";
    },
  },
});

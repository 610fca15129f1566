// A worker that calls models: the core picks one, holds the money and opens the key for the call.
import { answerText, createRouter, LlmError } from "cogo-agent-core/llm";
import { createWorker, handler, PermanentError, TransientError } from "cogo-agent-core/worker";
import process from "node:process";
import { z } from "zod";

const core = {
  url: process.env["SUPABASE_URL"] ?? "http://localhost:54321",
  key: process.env["SUPABASE_SERVICE_ROLE_KEY"] ?? "",
};
const router = createRouter({
  ...core,
  // Models of your own machine are reached only where you say so.
  localHosts: (process.env["LOCAL_MODELS"] ?? "").split(",").filter(Boolean),
  onEvent: (event) => console.error(JSON.stringify(event)),
});

const worker = createWorker({
  ...core,
  handlers: {
    "text.summarise": handler(z.object({ text: z.string().max(100_000) }), async (job, ctx) => {
      const { text } = job.payload;
      const messages = [{ role: "user", content: `Summarise in one sentence:\n\n${text}` }];
      const body = { messages, max_tokens: 300 };
      try {
        const llm = await router.route({
          service: "chat",
          context_tokens: Math.ceil(text.length / 3) + 20,
          max_output_tokens: 300,
          // The same attempt of the same job pays once, however often its answer gets lost.
          idempotency_key: `${job.id}/${job.attempt}`,
        }, { signal: ctx.signal, trace: ctx });
        // The body is the same in both formats, so a failover may change the format.
        const answer = await llm.chat(body, { signal: ctx.signal, translate: () => body });
        return { summary: answerText(answer), model: llm.model };
      } catch (thrown) {
        if (!(thrown instanceof LlmError)) throw thrown;
        if (!thrown.isRetryable) throw new PermanentError(thrown.message, { cause: thrown });
        throw new TransientError(thrown.message, {
          retryInSeconds: Math.ceil((thrown.retryAfterMs ?? 5_000) / 1000),
          cause: thrown,
        });
      }
    }),
  },
});

if (process.argv.includes("--once")) {
  const stats = await worker.runUntilIdle({ seconds: 60 });
  await router.close();
  console.log(JSON.stringify(stats));
} else {
  worker.start();
  process.once("SIGTERM", () => void worker.stop().then(() => router.close()));
}

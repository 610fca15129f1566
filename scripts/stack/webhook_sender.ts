import type { Executor } from "../db/executor.ts";
import { messageOf } from "./failure.ts";
import type { StackFile } from "./stack_file.ts";
import { TurnTimeout } from "./turns.ts";

/** Milliseconds between looks for due webhooks. */
const step = 1000;

/**
 * Calls the events function when webhooks are due, as pg_net does on a hosted project
 * (`cogo.ring_webhooks`). Nothing is called while the schema has no webhooks.
 */
export function startWebhookSender(
  executor: Executor,
  stack: Pick<StackFile, "url" | "secret_key">,
  onNotice: (line: string) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let lastError: string | undefined;

  let isThere = false; // once it is, it stays: two questions a second would be one too many
  const isDue = async (): Promise<boolean> => {
    if (!isThere) {
      const [found] = await executor.query(
        "select to_regprocedure('cogo.webhooks_due()') is not null as there",
      );
      isThere = found?.there === true;
    }
    if (!isThere) return false;
    return (await executor.query("select cogo.webhooks_due() as due"))[0]?.due === true;
  };
  const send = async (): Promise<void> => {
    try {
      if (!await isDue()) return;
      const response = await fetch(`${stack.url}/functions/v1/events/deliver`, {
        method: "POST",
        headers: { apikey: stack.secret_key },
        signal: stopping.signal,
      });
      const text = await response.text();
      if (!response.ok) throw new Error(text.slice(0, 300));
      lastError = undefined;
    } catch (thrown) {
      if (thrown instanceof TurnTimeout || stopping.signal.aborted) return;
      const message = messageOf(thrown);
      if (message !== lastError) onNotice(`  webhooks are not delivered: ${message}`);
      lastError = message;
    }
  };
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, step);
        stopping.signal.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        }, { once: true });
      });
      if (!stopping.signal.aborted) await send();
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

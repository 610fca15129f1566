import { pause } from "../../functions/_shared/ingress/pause.ts";
import type { Executor } from "../db/executor.ts";
import { messageOf } from "./failure.ts";
import type { StackFile } from "./stack_file.ts";
import { TurnTimeout } from "./turns.ts";

/** What a function is rung for. */
export interface Ring {
  /** Of the function's route, such as `events/deliver`. */
  readonly path: string;
  /** The function of schema cogo that says whether there is something to do. */
  readonly due: "webhooks_due" | "notifications_due" | "artifacts_due";
  /** What is not done when it fails: `webhooks are not delivered`. */
  readonly trouble: string;
  /** Milliseconds between looks. */
  readonly step: number;
}

/** What the clock rings on a hosted project: `cogo.ring_function`. */
export const rings: readonly Ring[] = [
  {
    path: "events/deliver",
    due: "webhooks_due",
    trouble: "webhooks are not delivered",
    step: 1000,
  },
  {
    path: "notify/deliver",
    due: "notifications_due",
    trouble: "notifications are not sent",
    step: 2000,
  },
  {
    path: "artifacts/sweep",
    due: "artifacts_due",
    trouble: "bytes that no artifact names are not deleted",
    step: 30_000,
  },
];

/**
 * Calls an edge function when it has something to do, as pg_net does on a hosted project. Nothing is
 * called while the schema does not know of it.
 */
export function startRinging(
  { path, due, trouble, step }: Ring,
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
        "select to_regprocedure($1) is not null as there",
        [`cogo.${due}()`],
      );
      isThere = found?.there === true;
    }
    if (!isThere) return false;
    return (await executor.query(`select cogo.${due}() as due`))[0]?.due === true;
  };
  const send = async (): Promise<void> => {
    try {
      if (!await isDue()) return;
      const response = await fetch(`${stack.url}/functions/v1/${path}`, {
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
      if (message !== lastError) onNotice(`  ${trouble}: ${message}`);
      lastError = message;
    }
  };
  const loop = (async () => {
    while (await pause(step, stopping.signal)) await send();
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

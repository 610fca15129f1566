import { LlmError } from "./llm_error.ts";
import { pause } from "./watch.ts";

/** Tries of a call that got no answer; each is harmless to repeat. */
const tries = 3;

/** The error of a core that does not answer. */
export function outOfReach(name: string, why: unknown): LlmError {
  const text = why instanceof Error ? why.message : String(why);
  return new LlmError("unavailable", `Cannot reach ${name}: ${text}`, {
    status: 503,
    hint: "Try again later; a worker gives its job back by a TransientError.",
    cause: why,
  });
}

/** Asks again, after a short wait, while the core is out of reach. @throws LlmError */
export async function repeated<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let nth = 1;; nth++) {
    try {
      return await ask();
    } catch (thrown) {
      const again = thrown instanceof LlmError && thrown.code === "unavailable" &&
        thrown.retryAfterMs === undefined;
      if (!again || nth >= tries) throw thrown;
      await pause(100 * 2 ** nth * (0.5 + Math.random()), signal);
    }
  }
}

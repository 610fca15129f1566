import type { AttemptFailure } from "./attempt_failure.ts";
import { type CountedUsage, noUsage } from "./usage.ts";

/** What is billed for an attempt that brought no answer. */
export function unfinished(
  stage: "unopened" | "opened" | "sent",
  failure: AttemptFailure | undefined,
  count: (isWhole: boolean) => CountedUsage,
): CountedUsage | null {
  // The provider refused in words: the core knows that this costs nothing.
  if (failure && failure.status >= 400) return null;
  const mayBeBilled = stage === "sent" && (failure?.mayBeBilled ?? true);
  return mayBeBilled ? count(false) : { ...noUsage, is_estimate: false };
}

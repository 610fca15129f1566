import { CogoError } from "../platform/errors.ts";
import { CallError } from "../worker/transport.ts";

/** Seconds by which another machine's clock may differ. */
export const leeway = { clockTolerance: 30 } as const;

/** One answer to all that is unknown, wrong, expired, used or revoked: why is not told. */
export function invalidCredential(cause?: unknown): CogoError {
  return new CogoError(
    "invalid_credential",
    "Cannot give a token: the credential is not valid",
    "Check it, its expiry and the agent with who administers the tenant; why is not told here.",
    { cause },
  );
}

/** When nobody accepts it any more, so that its use may be forgotten. */
export const untilOf = (exp: number) =>
  new Date((exp + leeway.clockTolerance) * 1000).toISOString();

/** Whatever a check finds wrong is told alike; that no database answers is not one of them. */
export async function refusing<Value>(check: () => Promise<Value>): Promise<Value> {
  try {
    return await check();
  } catch (thrown) {
    if (thrown instanceof CallError) throw thrown;
    throw invalidCredential(thrown);
  }
}

import { pause } from "../../functions/_shared/ingress/pause.ts";
import { callsTo } from "../../functions/_shared/worker/transport.ts";
import type { Stack } from "../stack/stack_settings.ts";
import { agentClaims } from "../stack/test_stack.ts";

/** Somebody outside, as a tenant's agent. */
export interface Outside {
  /** The address of the function. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An agent of the stack's first tenant, with a token of an hour. */
export async function outsideOf(stack: Stack): Promise<Outside> {
  const token = await stack.tokens.sign(agentClaims, 3600);
  return {
    url: `${stack.file.url}/functions/v1/ingress`,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  };
}

/** An agent of a new tenant, with a secret as its API key. */
export async function keyHolderOf(stack: Stack): Promise<Outside & { tenant_id: string }> {
  const call = operatorCalls(stack);
  const { tenant_id } = await call("create_tenant", { name: "Flood" }, 10_000) as Ids;
  const scopes = ["jobs:read", "jobs:write"];
  const { agent_id } = await call(
    "create_agent",
    { name: "Flood", scopes, tenant_id },
    10_000,
  ) as Ids;
  const { credential } = await call("issue_credential", { agent_id }, 10_000) as Ids;
  return {
    tenant_id,
    url: `${stack.file.url}/functions/v1/ingress`,
    headers: { apikey: credential, "content-type": "application/json" },
  };
}

/** Calls RPCs with an operator's rights. */
export const operatorCalls = (stack: Stack) =>
  callsTo({ url: stack.file.url, key: stack.file.secret_key });

interface Ids {
  readonly tenant_id: string;
  readonly agent_id: string;
  readonly credential: string;
}

interface Turn {
  readonly jobs: readonly { readonly job_id: number; readonly fence: number }[];
}

/**
 * Works on whatever comes until `signal` says so, each job for `workMs`. A stack that goes away and
 * comes back is waited for: what was done is settled then.
 */
export async function workUntil(
  stackOf: () => Stack,
  workMs: number,
  want: number,
  signal: AbortSignal,
): Promise<void> {
  let finished: object[] = [];
  while (!signal.aborted) {
    try {
      const args = { worker: "outside", want, finished };
      const turn = await operatorCalls(stackOf())("work", args, 10_000) as Turn;
      finished = [];
      if (turn.jobs.length === 0) await pause(100, signal);
      else if (workMs > 0) await pause(workMs, signal);
      finished = turn.jobs.map(({ job_id, fence }) => ({
        job_id,
        fence,
        outcome: "succeeded",
        result: { made_by: job_id },
      }));
    } catch {
      await pause(200, signal);
    }
  }
}

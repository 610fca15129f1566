import type { z } from "zod";
import {
  type ApiAddress,
  type Call,
  CallError,
  callsOf,
  callsTo,
  type SupabaseLike,
} from "../worker/transport.ts";

/** How to reach the API: a supabase-js client, an address, or a function that calls. */
export type Client = SupabaseLike | ApiAddress | Call;

/** Settings of one call. */
export interface Calling {
  /** Milliseconds after which it is given up. Default: 10,000. */
  readonly timeoutMs?: number;
}

/** Calls an RPC and checks its answer. Throws a {@link CallError}. */
export async function callRpc<Answer>(
  client: Client,
  name: string,
  args: object,
  schema: z.ZodType<Answer>,
  { timeoutMs = 10_000 }: Calling,
): Promise<Answer> {
  const call = typeof client === "function"
    ? client
    : "schema" in client
    ? callsOf(client)
    : callsTo(client);
  const answer = schema.safeParse(await call(name, args, timeoutMs));
  if (answer.success) return answer.data;
  throw new CallError(`${name} answered something else: ${answer.error.message}`, 0);
}

import type { JWTPayload } from "jose";
import { z } from "zod";
import type { Executor } from "../db/executor.ts";

const answered = z.object({ claims: z.record(z.string(), z.unknown()) });

/** What a person's token says after the custom access token hook, as Supabase Auth asks it. */
export type AccessHook = (claims: JWTPayload) => Promise<JWTPayload>;

/**
 * The hook of the database (`cogo.access_token_hook`): a member's token gets its tenant, role and
 * scopes. A database without the hook changes nothing.
 */
export async function createAccessHook(executor: Executor): Promise<AccessHook> {
  const [found] = await executor.query(
    "select to_regprocedure('cogo.access_token_hook(jsonb)') is not null as there",
  );
  if (!found?.["there"]) return (claims) => Promise.resolve(claims);
  return async (claims) => {
    const event = { user_id: claims.sub, claims, authentication_method: "password" };
    const [row] = await executor.query("select cogo.access_token_hook($1) as event", [
      JSON.stringify(event),
    ]);
    const told = row?.["event"];
    return answered.parse(typeof told === "string" ? JSON.parse(told) : told).claims;
  };
}

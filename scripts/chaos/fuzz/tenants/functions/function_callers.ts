import type { Sql } from "postgres";
import { allScopes } from "../../../../../functions/_shared/access/scopes.ts";
import type { Stack } from "../../../../stack/stack_settings.ts";
import type { Random } from "../../../random.ts";
import { intruder } from "../sides.ts";
import type { Route } from "./routes.ts";

/** Headers that say who calls. */
export type Credentials = Readonly<Record<string, string>>;

/** The intruder as its agent, its owner, and by the secret of its agent. */
export async function callersOf(stack: Stack, owner: Sql): Promise<Record<string, Credentials>> {
  const { publishable_key: apikey } = stack.file;
  const claims = { role: "authenticated", aud: "authenticated", tenant_id: intruder.tenant };
  const sign = async (more: object) => {
    const token = await stack.tokens.sign({ ...claims, scopes: [...allScopes], ...more }, 3600);
    return { apikey, authorization: `Bearer ${token}` };
  };
  await owner`select tests.as_operator()`;
  const [issued] = await owner`select api.issue_credential(${intruder.agent}) as made`;
  await owner`select tests.as_owner()`;
  return {
    agent: await sign({ sub: intruder.agent, agent_id: intruder.agent }),
    owner: await sign({ sub: intruder.owner, member_role: "owner" }),
    secret: { authorization: `Bearer ${(issued?.["made"] as { credential: string }).credential}` },
  };
}

/** Who calls a route, by lot; undefined: nobody. */
export function callerFor({ path }: Route, random: Random): string | undefined {
  if (path.startsWith("/agent-token")) return undefined;
  const lot = random.next();
  if (path.startsWith("/ingress") && lot < 0.2) return "secret";
  return lot < 0.7 ? "agent" : "owner";
}

import { claimsProblem } from "../access/claims_problem.ts";
import { tokenIssuer } from "../access/issuer.ts";
import { credentialsHint } from "./credentials.ts";
import { CogoError } from "./errors.ts";

/** The bearer of a request; undefined when there is none. */
export const bearerOf = ({ headers }: Request): string | undefined =>
  /^bearer\s+(\S+)$/i.exec(headers.get("authorization")?.trim() ?? "")?.[1];

/**
 * Beyond the signature: of this project's issuer and for its callers, not from the future, with a
 * role, and read alike by all. Every function asks it of every token.
 * @throws CogoError invalid_token (401)
 */
export function demandOurToken(
  token: string | null | undefined,
  claims: Readonly<Record<string, unknown>> | null | undefined,
): void {
  const problem = claimsProblem(token ?? "", claims ?? {}, tokenIssuer());
  if (problem === undefined) return;
  throw new CogoError("invalid_token", `Cannot answer: ${problem}`, credentialsHint);
}

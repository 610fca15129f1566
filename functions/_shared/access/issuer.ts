/**
 * Who signs the tokens of this project, as their `iss` says: `AGENT_TOKEN_ISSUER`, else that of the
 * project's Auth. Undefined inside the platform's containers, whose SUPABASE_URL is not the address
 * that tokens name.
 */
export function tokenIssuer(): string | undefined {
  const set = Deno.env.get("AGENT_TOKEN_ISSUER");
  if (set) return set;
  const url = Deno.env.get("SUPABASE_URL")?.replace(/\/+$/, "");
  if (!url || new URL(url).hostname === "kong") return undefined;
  return `${url}/auth/v1`;
}

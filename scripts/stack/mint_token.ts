// deno run -A scripts/stack/mint_token.ts --tenant UUID --agent UUID [--scopes a,b] [--valid-for 15m]
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { allScopes } from "../../functions/_shared/access/scopes.ts";
import { asFailure, exitCodes, StackFailure } from "./failure.ts";
import { loadKeys } from "./keys.ts";
import { readStackFile } from "./stack_file.ts";
import { createTokens } from "./tokens.ts";

const usage = `Mints an agent token (ES256) with the local signing key and prints it.

  --tenant UUID      the tenant the agent works for
  --agent UUID       the agent
  --scopes a,b       what it may do (default: everything; --scopes "" for nothing)
  --valid-for 15m    90s, 15m, 2h or 1d (default 15m)
  --url URL          address of the stack (default: the running one, else http://127.0.0.1:54321)
  --data DIR         data folder (default .cogo)
`;

const factors: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 };

const optionsSchema = z.object({
  tenant: z.guid(),
  agent: z.guid(),
  scopes: z.string().default(allScopes.join(","))
    .transform((text) => text.split(",").filter((one) => one !== "")),
  "valid-for": z.string().regex(/^\d+[smhd]$/, "must look like 90s, 15m, 2h or 1d").default("15m"),
  url: z.url().optional(),
  data: z.string().default(".cogo"),
});

/** `15m` in seconds. */
function inSeconds(text: string): number {
  return Number(text.slice(0, -1)) * (factors[text.slice(-1)] ?? 1);
}

async function mint(args: string[]): Promise<string> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { tenant: text, agent: text, scopes: text, "valid-for": text, url: text, data: text },
  });
  const read = optionsSchema.safeParse(values);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new StackFailure(
      "wrong_usage",
      `--${issue?.path.join(".")}: ${issue?.message}`,
      usage,
      exitCodes.wrongUsage,
    );
  }
  const { tenant, agent, scopes, data } = read.data;
  const folder = resolve(data);
  const url = read.data.url ?? readStackFile(folder)?.url ?? "http://127.0.0.1:54321";
  const tokens = await createTokens(await loadKeys(folder), url.replace(/\/$/, ""));
  return await tokens.sign({
    sub: agent,
    role: "authenticated",
    aud: "authenticated",
    tenant_id: tenant,
    agent_id: agent,
    scopes,
  }, inSeconds(read.data["valid-for"]));
}

if (import.meta.main) {
  try {
    console.log(await mint(Deno.args));
  } catch (thrown) {
    const { message, hint, exitCode } = asFailure(thrown);
    console.error(`${message}\n${hint}`);
    Deno.exit(exitCode);
  }
}

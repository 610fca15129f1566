// npm run agents -- COMMAND: tenants, agents and their secrets.
import { z } from "zod";
import { addressOptions, runAccess, wordAt } from "./access_command.ts";

const usage = `npm run agents -- COMMAND [options]

  tenant NAME [--tenant UUID]   makes a tenant
  create NAME --tenant UUID --scopes jobs:read,jobs:work [--types mail.,post.] [--project NAME]
                                makes an agent; --types: of which types it may claim jobs
  issue AGENT_ID [--days 90]    a secret by which it gets tokens, shown this once
  revoke AGENT_ID               ends it, from the next call on
  list [--tenant UUID]          agents and what they may do

  --url URL, --key KEY          the project (default: SUPABASE_URL and SUPABASE_SECRET_KEY, else the
                                stack that runs here)
  --data DIR                    data folder of the local stack (default .cogo)
  --json                        one JSON value on stdout
  --help                        this text

Exit codes: 0 done, 1 refused, 2 wrong usage, 7 nobody answers.`;

const schema = z.object({
  ...addressOptions,
  tenant: z.guid().optional(),
  scopes: z.string().optional(),
  types: z.string().default(""),
  project: z.string().optional(),
  days: z.coerce.number().int().optional(),
});

const agent = z.looseObject({
  agent_id: z.string(),
  tenant_id: z.string(),
  name: z.string(),
  state: z.string(),
  scopes: z.array(z.string()),
  type_prefixes: z.array(z.string()),
});
const listOf = (text: string) => text.split(",").filter((one) => one !== "");
const lineOf = (one: z.output<typeof agent>) =>
  `${one.agent_id}  ${one.state.padEnd(7)}  ${one.name}: ${one.scopes.join(" ") || "nothing"}` +
  (one.type_prefixes.length > 0 ? `, types ${one.type_prefixes.join(" ")}` : "");

/** Runs one call of `npm run agents` and answers its exit code. */
export const main = (args: string[] = Deno.args): Promise<number> =>
  runAccess(usage, schema, {
    async tenant({ call }, { words, options }) {
      const args = { name: wordAt(words, 0, "NAME"), tenant_id: options.tenant ?? null };
      const json = z.looseObject({ tenant_id: z.string(), name: z.string() })
        .parse(await call("create_tenant", args));
      return { json, lines: [`${json.tenant_id}  ${json.name}`] };
    },
    async create({ call }, { words, options }) {
      if (options.tenant === undefined) throw new Error("--tenant is missing");
      if (options.scopes === undefined) throw new Error("--scopes is missing");
      const json = agent.parse(
        await call("create_agent", {
          name: wordAt(words, 0, "NAME"),
          tenant_id: options.tenant,
          scopes: listOf(options.scopes),
          type_prefixes: listOf(options.types),
          project: options.project ?? null,
        }),
      );
      const next = `A secret for it: npm run agents -- issue ${json.agent_id}`;
      return { json, lines: [lineOf(json), next] };
    },
    async issue({ call }, { words, options }) {
      const given = options.days === undefined ? {} : { valid_days: options.days };
      const args = { agent_id: wordAt(words, 0, "AGENT_ID"), ...given };
      const json = z.looseObject({ credential: z.string(), expires_at: z.string() })
        .parse(await call("issue_credential", args));
      const lines = [json.credential, `It holds until ${json.expires_at} and is not shown again.`];
      return { json, lines };
    },
    async revoke({ call }, { words }) {
      const args = { agent_id: wordAt(words, 0, "AGENT_ID") };
      const json = agent.parse(await call("revoke_agent", args));
      return { json, lines: [lineOf(json)] };
    },
    async list({ call }, { options }) {
      const json: z.output<typeof agent>[] = [];
      for (
        let page: typeof json = [], after: string | null = null;;
        after = page.at(-1)!.agent_id
      ) {
        const args = { tenant_id: options.tenant ?? null, after, row_limit: 500 };
        page = z.array(agent).parse(await call("list_agents", args));
        json.push(...page);
        if (page.length < 500) break;
      }
      return { json, lines: json.length > 0 ? json.map(lineOf) : ["There are none."] };
    },
  }, args);

if (import.meta.main) Deno.exit(await main());

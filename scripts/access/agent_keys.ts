// npm run agent-keys -- COMMAND: the keys that sign the tokens of agents.
import { z } from "zod";
import { addressOptions, runAccess, wordAt } from "./access_command.ts";
import { createHosted, createLocal, dropLocal, firstLocal, keepBoth } from "./key_store.ts";

const usage = `npm run agent-keys -- COMMAND [options]

  list                  the keys and where they stand: standby, in_use, previous, retired
  create                one more key, standby: published, so that verifiers learn it
  create --out FILE     the same for a project elsewhere: FILE (0600) is what its secrets become
  promote KID           it signs from now on; the one before is previous, its tokens hold on
  retire KID [--force]  published no more: what it signed is refused. Before 20 minutes have gone by
                        since the promotion only with --force (a stolen key)

  --url URL, --key KEY  the project (default: SUPABASE_URL and SUPABASE_SECRET_KEY, else the stack
                        that runs here, which takes the keys over without a restart)
  --data DIR            data folder of the local stack (default .cogo)
  --json                one JSON value on stdout; never a private key
  --help                this text

Exit codes: 0 done, 1 refused, 2 wrong usage, 7 nobody answers. See docs/security/key-rotation.md.`;

const schema = z.object({
  ...addressOptions,
  out: z.string().optional(),
  force: z.boolean().default(false),
});

const key = z.looseObject({ kid: z.string(), state: z.string(), changed_at: z.string() });
const lineOf = (one: z.output<typeof key>) =>
  `${one.kid}  ${one.state.padEnd(8)}  since ${one.changed_at}`;

/** Runs one call of `npm run agent-keys` and answers its exit code. */
export const main = (args: string[] = Deno.args): Promise<number> =>
  runAccess(usage, schema, {
    async list({ call }) {
      const json = z.array(key).parse(await call("list_signing_keys", {}));
      return { json, lines: json.length > 0 ? json.map(lineOf) : ["None was ever rotated."] };
    },
    async create(project, { options }) {
      if (options.out !== undefined) {
        const { jwk, lines } = await createHosted(options.out);
        const json = key.parse(await project.call("add_signing_key", { jwk }));
        return { json, lines: [lineOf(json), ...lines] };
      }
      if (project.localFolder === undefined) {
        throw new Error("--out FILE is missing: the secrets of that project are to be set from it");
      }
      await keepBoth(project);
      const jwk = await createLocal(project);
      const json = key.parse(await project.call("add_signing_key", { jwk }));
      return { json, lines: [lineOf(json), `Next: npm run agent-keys -- promote ${json.kid}`] };
    },
    async promote(project, { words }) {
      const kid = wordAt(words, 0, "KID");
      const json = key.parse(await project.call("promote_signing_key", { kid }));
      await firstLocal(project, kid);
      return { json, lines: [lineOf(json)] };
    },
    async retire(project, { words, options }) {
      const args = { kid: wordAt(words, 0, "KID"), force: options.force };
      const json = key.parse(await project.call("retire_signing_key", args));
      await dropLocal(project, args.kid);
      return { json, lines: [lineOf(json)] };
    },
  }, args);

if (import.meta.main) Deno.exit(await main());

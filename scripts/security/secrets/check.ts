// npm run secrets:check: are the secrets of each environment there, strong, and its own?
import { readFileSync } from "node:fs";
import { parseArgs, parseEnv } from "node:util";
import { runCommand } from "../../command_line/run_command.ts";
import { judgeSecrets, type SecretsOf } from "./judge_secrets.ts";
import { secretOf } from "./known_secrets.ts";

const usage = `npm run secrets:check -- [--env NAME=FILE]… [--json]

Says which secrets of an environment are missing, weak, known to everybody, or the same as those of
another environment or of another name. It never prints a value. FILE has lines NAME=VALUE, as
\`supabase secrets set --env-file\` takes them; without --env it looks at this shell's own variables,
as \`production\`. An environment called local (\`--env local=.cogo/local.env\`) may lack some and have
weak ones, and none of its values may be elsewhere.

  --env production=prod.env --env staging=staging.env
  --json   one JSON value on stdout
  --help   this text

Exit codes: 0 all is well, 1 something is not, 2 wrong usage. See docs/security/secrets.md.`;

interface Options {
  readonly files: readonly { environment: string; file: string }[];
  readonly json: boolean;
  readonly help: boolean;
}

function readOptions(args: string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args,
    options: { env: { type: "string", multiple: true }, json: flag, help: flag },
  });
  const files = (values.env ?? []).map((given) => {
    const [, environment = "", file = ""] = /^([a-z][a-z0-9_-]*)=(.+)$/.exec(given) ?? [];
    if (file === "") throw new Error(`--env must be NAME=FILE, not ${given}`);
    return { environment, file };
  });
  return { files, json: values.json, help: values.help };
}

async function run({ files, json }: Options): Promise<number> {
  const own = { environment: "production", variables: Deno.env.toObject() };
  const all: SecretsOf[] = files.length === 0 ? [own] : files.map(({ environment, file }) => ({
    environment,
    variables: parseEnv(readFileSync(file, "utf8")) as Record<string, string>,
  }));
  const faults = judgeSecrets(all);
  const seen = all.map(({ environment, variables }) => ({
    environment,
    secrets: Object.keys(variables).filter((name) => secretOf(name) && variables[name] !== ""),
  }));
  if (json) console.log(JSON.stringify({ seen, faults }));
  else {
    for (const { environment, secrets } of seen) {
      console.log(`${environment}: ${secrets.length} secrets (${secrets.join(", ") || "none"})`);
    }
    for (const { environment, variable, problem } of faults) {
      console.log(`${environment}: ${variable} ${problem}`);
    }
    if (faults.length === 0) console.log("All is well.");
  }
  return await Promise.resolve(faults.length === 0 ? 0 : 1);
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));

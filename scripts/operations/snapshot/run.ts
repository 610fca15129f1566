// npm run ops:snapshot: writes what a project knows as JSON files that a restore puts back.
import { z } from "zod";
import { EnvironmentError } from "../../../functions/_shared/platform/env.ts";
import { readOptionsBy } from "../../command_line/read_options.ts";
import { runCommand } from "../../command_line/run_command.ts";
import { productVersion } from "./product_version.ts";
import { withSource } from "./source.ts";
import { takeSnapshot } from "./take.ts";

const usage = `npm run ops:snapshot -- --out FOLDER [options]

Writes JSON files: metrics and their history, the schema, quality runs and gate results, providers,
models, prices, policies, settings, and what verify() finds; and manifest.json with their SHA-256.
No keys, no jobs in flight, no secrets. See docs/guides/snapshots.md.

  --out FOLDER   where to; it must be empty or not there yet
  --url URL      postgresql://… (all of one moment) or https://… (part by part). Default:
                 SUPABASE_DB_URL or DATABASE_URL, else SUPABASE_URL, else the stack that runs here
  --key KEY      a secret key, for https (default: SUPABASE_SECRET_KEYS or SUPABASE_SERVICE_ROLE_KEY)
  --json         the manifest as one JSON line on stdout
  --help         this text

Exit codes: 0 written; 1 written, but invariants do not hold; 2 wrong usage; 3 not written.`;

const schema = z.object({
  out: z.string().min(1).optional(),
  url: z.string().optional(),
  key: z.string().optional(),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

function read(args: string[]) {
  const options = readOptionsBy(schema, args);
  if (options.out === undefined && !options.help) throw new Error("--out FOLDER is missing");
  return options;
}

async function run({ out = "", url, key, json }: z.output<typeof schema>): Promise<number> {
  const product = await productVersion();
  const onPart = (part: string) => json || console.error(`  ${part}`);
  const manifest = await withSource(
    { url, key },
    (source) => takeSnapshot(source, out, { product, onPart }),
  );
  const { files, violations } = manifest;
  const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
  if (json) console.log(JSON.stringify(manifest));
  else {console.log(
      `${files.length} files with ${rows} rows in ${out}; ${violations} invariants do not hold`,
    );}
  return violations === 0 ? 0 : 1;
}

function onError(error: unknown): number {
  const isKnown = error instanceof EnvironmentError;
  console.error(isKnown || error instanceof Error ? error.message : error);
  return 3;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read, run, onError }));

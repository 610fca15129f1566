// npm run ops:restore: puts a snapshot back into an empty project.
import { z } from "zod";
import { readOptionsAndWords } from "../../command_line/read_options.ts";
import { runCommand } from "../../command_line/run_command.ts";
import { checkout } from "../../quality/cli/connect.ts";
import { readStackFile } from "../../stack/stack_file.ts";
import { readManifest } from "./manifest.ts";
import { restoreSnapshot } from "./restore.ts";

const usage = `npm run ops:restore -- FOLDER [options]

Puts a snapshot of ops:snapshot back into a project that was migrated and not used yet, in one
transaction. Schedules come back paused; keys, jobs and open runs do not come back.
See docs/guides/snapshots.md.

  --url URL   postgresql://… (default: SUPABASE_DB_URL, else DATABASE_URL, else the stack here)
  --check     only holds the files against the manifest
  --json      one JSON line: {"taken_at", "rows": {part: n}, "violations": []}
  --help      this text

Exit codes: 0 restored, or all files are as the manifest says; 1 refused, nothing was changed; 2
wrong usage.`;

const schema = z.object({
  url: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://").optional(),
  check: z.boolean().default(false),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema> & { readonly folder: string; readonly target: string };

function read(args: string[]): Options {
  const { options, words } = readOptionsAndWords(schema, args);
  // CI sets what it does not have to nothing: that is not an address.
  const target = options.url || Deno.env.get("SUPABASE_DB_URL") || Deno.env.get("DATABASE_URL") ||
    readStackFile(Deno.env.get("COGO_DATA_DIR") || `${checkout}/.cogo`)?.db_url || "";
  if (!options.help && words.length !== 1) throw new Error("Give one FOLDER");
  if (!options.help && !options.check && target === "") throw new Error("--url is missing");
  return { ...options, folder: words[0] ?? "", target };
}

async function run({ folder, target, check, json }: Options): Promise<number> {
  if (check) {
    const { taken_at, files } = await readManifest(folder);
    if (json) console.log(JSON.stringify({ taken_at, files: files.length }));
    else console.log(`All ${files.length} files of ${taken_at} are as the manifest says.`);
    return 0;
  }
  const onPart = (part: string, rows: number) => json || console.error(`  ${part}: ${rows}`);
  const { manifest, rows, violations } = await restoreSnapshot(folder, target, onPart);
  const sum = Object.values(rows).reduce((all, one) => all + one, 0);
  if (json) console.log(JSON.stringify({ taken_at: manifest.taken_at, rows, violations }));
  else {console.log(
      `${sum} rows of ${manifest.taken_at} are back. Schedules are paused: api.resume_schedule.`,
    );}
  if (violations.length > 0) {
    console.error(`It was taken part by part; does not hold: ${violations.join("; ")}`);
  }
  return 0;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read, run }));

// npm run ops:evidence: gathers the week's evidence for the acceptance review.
import { join } from "node:path";
import { z } from "zod";
import { readOptionsBy } from "../../command_line/read_options.ts";
import { runCommand } from "../../command_line/run_command.ts";
import { checkout } from "../../quality/cli/connect.ts";
import { productVersion } from "../snapshot/product_version.ts";
import { withSource } from "../snapshot/source.ts";
import { takeSnapshot } from "../snapshot/take.ts";
import { isoWeekOf } from "../weekly/options.ts";
import { makeBundle } from "./bundle.ts";
import { Repository } from "./git.ts";
import { githubAccess } from "./github.ts";

const usage = `npm run ops:evidence -- --out FOLDER [options]

Gathers specs, logs of CI, a metrics snapshot, the regression report and pull requests with citations
as one page (index.html) and one archive (.tar.gz). What is not there is told as missing.

  --out FOLDER         where to; it must be empty or not there yet
  --ci-logs FOLDER     logs of CI (default: from GitHub, by GITHUB_TOKEN and GITHUB_REPOSITORY)
  --snapshot FOLDER    of ops:snapshot (default: one is taken when SUPABASE_URL or SUPABASE_DB_URL is set)
  --regression FOLDER  of npm run regression
  --days N             how far back (default 7)
  --json               one JSON line: {"page", "archive", "missing": [part]}
  --help               this text

Exit codes: 0 written, whatever is missing; 1 not written; 2 wrong usage.`;

const schema = z.object({
  out: z.string().min(1).optional(),
  "ci-logs": z.string().optional(),
  snapshot: z.string().optional(),
  regression: z.string().optional(),
  days: z.coerce.number().int().min(1).max(366).default(7),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

function read(args: string[]): Options {
  const options = readOptionsBy(schema, args);
  if (options.out === undefined && !options.help) throw new Error("--out FOLDER is missing");
  return options;
}

/** Takes a snapshot where a project is named; says why there is none. */
async function freshSnapshot(scratch: string): Promise<string | undefined> {
  const names = ["SUPABASE_DB_URL", "DATABASE_URL", "SUPABASE_URL"];
  if (!names.some((name) => Deno.env.get(name))) return undefined;
  const folder = join(scratch, "snapshot");
  try {
    const product = await productVersion();
    await withSource(
      { url: undefined, key: undefined },
      (source) => takeSnapshot(source, folder, { product }),
    );
    return folder;
  } catch (thrown) {
    console.error(`No snapshot: ${thrown instanceof Error ? thrown.message : thrown}`);
    return undefined;
  }
}

async function run(options: Options): Promise<number> {
  const now = new Date();
  const scratch = await Deno.makeTempDir({ prefix: "cogo-evidence-" });
  try {
    const snapshot = options.snapshot ?? await freshSnapshot(scratch);
    const since = new Date(now.getTime() - options.days * 86_400_000);
    const ground = { repository: new Repository(checkout), since, github: githubAccess() };
    const sources = { snapshot, regression: options.regression, ciLogs: options["ci-logs"] };
    const { evidence, page, archive } = await makeBundle(
      options.out ?? "",
      isoWeekOf(now),
      ground,
      sources,
    );
    const missing = evidence.parts.filter((part) => part.missing !== undefined);
    if (options.json) {
      console.log(JSON.stringify({ page, archive, missing: missing.map(({ id }) => id) }));
    } else {
      console.log(`${page}\n${archive}`);
      for (const { title, missing: why } of missing) console.log(`missing: ${title}: ${why}`);
    }
    return 0;
  } finally {
    await Deno.remove(scratch, { recursive: true });
  }
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read, run }));

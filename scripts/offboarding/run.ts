// npm run offboard: exports a tenant, deletes it, and shows that nothing is left.
import { join, resolve } from "node:path";
import { z } from "zod";
import { EnvironmentError } from "../../functions/_shared/platform/env.ts";
import { readOptionsAndWords } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { openCall } from "../db/open_call.ts";
import { productVersion } from "../operations/snapshot/product_version.ts";
import { checkout, connect } from "../quality/cli/connect.ts";
import { byteStore, type StorageAddress } from "./byte_store.ts";
import { doors } from "./calls.ts";
import { offboard } from "./offboard.ts";
import { look, tell } from "./report.ts";

const usage = `npm run offboard -- TENANT_ID --out FOLDER --yes [options]

Refuses the tenant's tokens, ends its work, waits until no token can live (16 minutes), exports all
that is kept of it into FOLDER, deletes it from every table and its artifacts, and scans all tables,
the data folder and logs for it. Killed, it goes on when it is called again. See
docs/guides/offboarding.md.

  --out FOLDER      where the export goes; it must be empty or not there yet
  --waive-export    there is to be no export
  --dry             only shows what stands: rows by table, and whether it leaves
  --yes             do it; nothing of it can be taken back
  --url URL         https://… or postgresql://… (default: SUPABASE_URL, SUPABASE_DB_URL or
                    DATABASE_URL, else the stack that runs here)
  --key KEY         a secret key, for https
  --data FOLDER     the local data folder with artifacts (default: COGO_DATA_DIR, else .cogo)
  --scan PATH       a log file or a folder that is scanned too; repeatable
  --json            one JSON line on stdout
  --help            this text

Exit codes: 0 nothing is left, or --dry; 1 it is deleted and the scan found traces; 2 wrong usage; 3
refused or not finished: call it again.`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const schema = z.object({
  out: z.string().min(1).optional(),
  "waive-export": z.boolean().default(false),
  dry: z.boolean().default(false),
  yes: z.boolean().default(false),
  url: z.string().optional(),
  key: z.string().optional(),
  data: z.string().optional(),
  scan: z.array(z.string()).default([]),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema> & { readonly tenantId: string };

/** Reads the command line. @throws Error with a sentence about what is wrong with it */
export function read(args: string[]): Options {
  const { options, words } = readOptionsAndWords(schema, args);
  const tenantId = (words[0] ?? "").toLowerCase();
  if (options.help) return { ...options, tenantId };
  if (words.length !== 1 || !uuid.test(tenantId)) throw new Error("Give one TENANT_ID, a UUID");
  if (!options.dry && !options.yes) throw new Error("Give --yes to do it, or --dry to look");
  if (!options.dry && (options.out === undefined) !== options["waive-export"]) {
    throw new Error("Give either --out FOLDER or --waive-export");
  }
  return { ...options, tenantId };
}

async function run(options: Options): Promise<number> {
  const data = resolve(options.data ?? (Deno.env.get("COGO_DATA_DIR") || join(checkout, ".cogo")));
  const opened = openCall<(typeof doors)[number]>(options, { single: doors, timeoutMs: 120_000 });
  try {
    if (options.dry) return await look(opened.call, options.tenantId, options.json);
    const folder = Deno.env.get("ARTIFACTS_DIR") || join(data, "artifacts");
    const isHere = (path: string) => Deno.stat(path).then(() => true, () => false);
    const here = await Promise.all(
      [data, folder].map(async (path) => await isHere(path) ? path : ""),
    );
    const seen = await offboard(opened.call, byteStore(folder, storageOf(options)), {
      tenantId: options.tenantId,
      out: options.out === undefined ? undefined : resolve(options.out),
      product: await productVersion(),
      scanned: [...new Set([...here.filter((path) => path !== ""), ...options.scan])],
      say: (line) => console.error(line),
    });
    if (options.json) console.log(JSON.stringify(seen));
    else tell(seen);
    return seen.traces.length === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
}

/** Where Storage would be; undefined where only a database is known. */
function storageOf({ url, key, data }: Options): StorageAddress | undefined {
  const isApi = url === undefined || /^https?:/.test(url);
  try {
    return connect({ url: isApi ? url : undefined, key, data });
  } catch (error) {
    if (error instanceof EnvironmentError) return undefined;
    throw error;
  }
}

function onError(error: unknown): number {
  console.error(error instanceof Error ? error.message : error);
  return 3;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read, run, onError }));

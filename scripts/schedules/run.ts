// npm run scheduler: ticks the schedules of a database that has no pg_cron (see usage).
import { hostname } from "node:os";
import process from "node:process";
import { z } from "zod";
import { endSignals } from "../command_line/end_signals.ts";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { outliveLostConnections } from "../postgres/lost_connections.ts";
import { startScheduler } from "./scheduler.ts";

const usage = `npm run scheduler -- [options]

Runs schedules and housekeeping of a database that has no pg_cron. Start as many as you like, on as
many machines: one leads, the others wait for its lease to end. Ends on SIGINT or SIGTERM.

  --url URL            the database (default: DATABASE_URL); a member of service_role
  --lease-seconds N    how long a silent leader keeps the others out, 2 to 300 (default 15)
  --every-ms N         pause between ticks, 50 to 60000 (default 500)
  --holder NAME        who this is, unlike any other (default: host and process number)
  --no-housekeeping    schedules only; somebody else sweeps
  --json               notices as JSON lines
  --help               this text

Exit codes: 0 ended as asked, 1 failed, 2 wrong usage.`;

const schema = z.object({
  url: z.string().min(1).optional(),
  "lease-seconds": count(2, 300).default(15),
  "every-ms": count(50, 60_000).default(500),
  holder: z.string().min(1).max(200).default(`${hostname()}-${process.pid}`),
  "no-housekeeping": z.boolean().default(false),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema> & { readonly url: string };

function readOptions(args: string[]): Options {
  const options = readOptionsBy(schema, args);
  const url = options.url ?? Deno.env.get("DATABASE_URL") ?? "";
  if (url === "" && !options.help) throw new Error("--url: it is missing, and so is DATABASE_URL");
  return { ...options, url };
}

async function run({ json, ...options }: Options): Promise<number> {
  outliveLostConnections();
  const scheduler = startScheduler({
    url: options.url,
    holder: options.holder,
    leaseSeconds: options["lease-seconds"],
    everyMs: options["every-ms"],
    housekeeping: !options["no-housekeeping"],
    onNotice: (line) => console.log(json ? JSON.stringify({ at: new Date(), notice: line }) : line),
  });
  await new Promise<void>((resolve) => {
    for (const signal of endSignals) Deno.addSignalListener(signal, resolve);
  });
  await scheduler.stop();
  return 0;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));

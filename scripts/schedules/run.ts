// npm run scheduler: ticks the schedules of a database that has no pg_cron (see usage).
import { hostname } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { z } from "zod";
import { outliveLostConnections } from "../chaos/lost_connections.ts";
import { checkValues } from "../command_line/read_options.ts";
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

Exit codes: 0 ended as asked, 2 wrong usage.`;

const schema = z.object({
  url: z.string().min(1),
  "lease-seconds": z.coerce.number().int().min(2).max(300).default(15),
  "every-ms": z.coerce.number().int().min(50).max(60_000).default(500),
  holder: z.string().min(1).max(200).default(`${hostname()}-${process.pid}`),
  "no-housekeeping": z.boolean().default(false),
  json: z.boolean().default(false),
});

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

function readOptions(args: string[]): z.infer<typeof schema> | "help" {
  const { values } = parseArgs({
    args,
    options: {
      url: text,
      "lease-seconds": text,
      "every-ms": text,
      holder: text,
      "no-housekeeping": flag,
      json: flag,
      help: flag,
    },
  });
  if (values.help) return "help";
  return checkValues(schema, { ...values, url: values.url ?? Deno.env.get("DATABASE_URL") });
}

async function main(args: string[]): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  if (options === "help") {
    console.log(usage);
    return 0;
  }
  const { json } = options;
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
    for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, resolve);
  });
  await scheduler.stop();
  return 0;
}

if (import.meta.main) Deno.exit(await main(Deno.args));

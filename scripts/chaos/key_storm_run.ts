// npm run chaos:keys: many workers fight over keys of one while they are cut off (see `usage`).
import { z } from "zod";
import { markdownTable } from "../bench/table.ts";
import { rewritePart } from "../bench/write_page.ts";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { openArena } from "./arena.ts";
import { type KeyStorm, stormKeys } from "./key_storm.ts";
import { outliveLostConnections } from "../postgres/lost_connections.ts";

const usage = `npm run chaos:keys -- [options]

Lets many workers fight over concurrency keys with one permit each on a Postgres of its own. Sessions
are cut off in the middle of calls, holds are forgotten, leases run out, the server is killed. A
unique index of the arena's own refuses a second holder of a key: it must never have to. Then all is
drained: each job must have ended, no permit may be left, cogo.verify() must be clean.

  --workers N       sessions that claim (default 200)
  --jobs N          jobs (default 6000)
  --keys N          keys that they share (default 30); every third one is strict
  --seconds N       how long the storm goes on (default 60)
  --server-kills N  kills of the server (default 3)
  --seed N          repeats what the workers do (default 1)
  --json            nothing but one JSON line on stdout
  --write           writes the run to docs/benchmarks/keys.md
  --help            this text

Exit codes: 0 never two at once and nothing lost, 1 otherwise, 2 wrong usage.`;

const schema = z.object({
  workers: count(1, 1000).default(200),
  jobs: count(1, 1_000_000).default(6000),
  keys: count(1, 10_000).default(30),
  seconds: count(1, 86_400).default(60),
  "server-kills": count(0, 1000).default(3),
  seed: count(0, 4_294_967_295).default(1),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

async function storm(options: Options): Promise<KeyStorm> {
  outliveLostConnections();
  const arena = await openArena(0, { max_connections: options.workers + 40 });
  const progress = setInterval(async () => {
    const rows = await arena.owner`
      select count(*)::int as ended from cogo.attempts where final`.catch(() => []);
    if (rows[0]) console.error(`${rows[0].ended} of ${options.jobs} jobs have ended`);
  }, 5000);
  try {
    const result = await stormKeys(arena, { ...options, serverKills: options["server-kills"] });
    await arena.demandHealthy();
    return result;
  } finally {
    clearInterval(progress);
    await arena.close();
  }
}

async function writeRun(result: KeyStorm, { workers, keys, seconds, ...options }: Options) {
  const command = `npm run chaos:keys -- --workers ${workers} --jobs ${options.jobs} ` +
    `--keys ${keys} --seconds ${seconds} --server-kills ${options["server-kills"]}`;
  const rows = Object.entries({ ...result, violations: 0 })
    .map(([name, value]) => [name.replaceAll("_", " "), String(value)]);
  const told = `\`${command} --write\`, ${new Date().toISOString().slice(0, 10)}:`;
  const table = markdownTable([["what", "figure"], ...rows]);
  await rewritePart("keys.md", "keys", `${told}\n\n${table}`);
}

async function run(options: Options): Promise<number> {
  const result = await storm(options);
  if (options.write) await writeRun(result, options);
  console.log(options.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
  return result.lost + result.doubled + result.permits_left === 0 ? 0 : 1;
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}

// npm run dashboard: the dashboard's pages for a project that runs elsewhere (see usage).
import { z } from "zod";
import { readEnvironment } from "../../functions/_shared/platform/env.ts";
import { endSignals } from "../command_line/end_signals.ts";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand, tellError } from "../command_line/run_command.ts";
import { serveRemoteDashboard } from "./remote_dashboard.ts";

const usage = `npm run dashboard -- --url https://PROJECT.supabase.co [options]

Serves the dashboard on this machine and shows a project that runs elsewhere. Its secret key is
taken from SUPABASE_SECRET_KEY or SUPABASE_SERVICE_ROLE_KEY, stays in this process and is shown
nowhere. The local stack has its own dashboard: npm start prints the address.

  --url URL      the project (default: SUPABASE_URL)
  --port N       the port on 127.0.0.1, 0 = any that is free (default 54380)
  --read-only    show only: no redrive, pause, cancel, run now
  --json         print {"url", "project", "read_only"} instead of words
  --help         this text

Ends on SIGINT or SIGTERM. Exit codes: 0 ended as asked, 1 the project does not answer or the port
is taken, 2 wrong usage.`;

const schema = z.object({
  url: z.url({ protocol: /^https?$/, error: "must be an http(s) URL" }).optional(),
  port: count(0, 65535).default(54380),
  "read-only": z.boolean().default(false),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

/** The project's address and key, from the options and the environment. @throws EnvironmentError */
function projectOf({ url }: Options): { project: string; key: string } {
  const variables = Deno.env.toObject();
  const named = url === undefined ? variables : { ...variables, SUPABASE_URL: url };
  const read = readEnvironment(["url", "secretKey"], named);
  return { project: new URL(read.url).origin, key: read.secretKey };
}

async function run(options: Options): Promise<number> {
  const { project, key } = projectOf(options);
  const readOnly = options["read-only"];
  const dashboard = serveRemoteDashboard({ project, key, port: options.port, readOnly });
  try {
    const problem = await dashboard.check();
    if (problem !== undefined) throw new Error(problem);
    const url = `${dashboard.url}/dashboard/local`;
    if (options.json) console.log(JSON.stringify({ url, project, read_only: readOnly }));
    else console.log(`Dashboard of ${new URL(project).host}: ${url}\nCtrl-C stops it.`);
    await new Promise<void>((resolve) => {
      for (const signal of endSignals) Deno.addSignalListener(signal, resolve);
    });
    return 0;
  } finally {
    await dashboard.close();
  }
}

function onError(error: unknown): number {
  if (!(error instanceof Deno.errors.AddrInUse)) return tellError(error);
  return tellError(new Error("The port is taken. Choose another: --port N, or --port 0"));
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run, onError }));
}

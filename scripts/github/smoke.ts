// npm run smoke: does a deployed project answer as it should? (see usage)
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { type Question, questions } from "./smoke_questions.ts";
import { connect } from "../quality/cli/connect.ts";

const usage = `npm run smoke -- [options]

Asks a deployed project, or the local stack that runs here, a few questions that change nothing, and
prints the answers as a Markdown table.

  --url, --key  the project (default: SUPABASE_URL and its secret key, else the stack that runs here)
  --wait S      asks again for up to S seconds while something is wrong (default 0)
  --json        one JSON object on stdout
  --help        this text

Exit codes: 0 all as it should be, 1 something is not, 2 wrong usage.`;

const schema = z.object({
  url: z.string().optional(),
  key: z.string().optional(),
  wait: count(0, 3600).default(0),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

/** What one question came to. */
export interface Answer {
  readonly what: string;
  readonly path: string;
  readonly ok: boolean;
  readonly told: string;
}

async function ask(base: string, key: string, question: Question): Promise<Answer> {
  const { what, path, method = "GET", body, keyless, status, says } = question;
  try {
    const response = await fetch(new URL(path, base), {
      method,
      headers: {
        ...keyless ? {} : { apikey: key },
        "content-type": "application/json",
        "content-profile": "api",
      },
      signal: AbortSignal.timeout(30_000),
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    });
    const text = await response.text();
    const ok = status.includes(response.status) && (says?.test(text) ?? true);
    return { what, path, ok, told: ok ? String(response.status) : `${response.status} ${text}` };
  } catch (error) {
    return { what, path, ok: false, told: error instanceof Error ? error.message : String(error) };
  }
}

/** Asks all questions; again for up to `waitSeconds` while an answer is wrong. */
export async function smoke(base: string, key: string, waitSeconds: number): Promise<Answer[]> {
  const end = performance.now() + waitSeconds * 1000;
  for (;;) {
    const answers = await Promise.all(questions.map((question) => ask(base, key, question)));
    if (answers.every(({ ok }) => ok) || performance.now() >= end) return answers;
    await pause(2000);
  }
}

async function run(options: Options): Promise<number> {
  const { url, key } = connect({ url: options.url, key: options.key, data: undefined });
  const answers = await smoke(url, key, options.wait);
  if (options.json) console.log(JSON.stringify({ answers }));
  else {
    const rows = answers.map(({ what, path, ok, told }) =>
      `| ${ok ? "yes" : "**no**"} | ${what} | \`${path}\` | ${
        told.slice(0, 200).replaceAll("|", "\\|")
      } |`
    );
    console.log(["| ok | what | where | answer |", "|---|---|---|---|", ...rows].join("\n"));
  }
  return answers.every(({ ok }) => ok) ? 0 : 1;
}

const read = (args: string[]) => readOptionsBy(schema, args);
if (import.meta.main) Deno.exit(await runCommand({ usage, read, run }));

// npm run check:deploy: may a commit go to production? (see usage)
import { z } from "zod";
import { readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { openGitHub } from "./github.ts";

const usage = `npm run check:deploy -- --commit SHA [options]

What branch protection and required reviewers would ask, where the plan has neither: the commit is in
main, staging took it, and its pull request was approved by somebody else than its author.

  --commit SHA   the 40 digits of the commit
  --branch NAME  where it must be (default: main)
  --json         one JSON object on stdout
  --help         this text

Reads GITHUB_REPOSITORY, GITHUB_TOKEN, GITHUB_API_URL; FIXERS: logins, with commas between them, of
those whose approval counts (unset: anybody's but the author's).
Exit codes: 0 it may, 1 it may not or GitHub cannot be asked, 2 wrong usage.`;

const schema = z.object({
  commit: z.string().regex(/^[0-9a-f]{40}$/, "40 hex digits are wanted").optional(),
  branch: z.string().regex(/^[\w./-]+$/).default("main"),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

const user = z.object({ login: z.string() });
const compared = z.object({ status: z.string() });
const statuses = z.array(z.object({ context: z.string(), state: z.string() }));
const pulls = z.array(z.object({ number: z.number(), merged_at: z.string().nullable(), user }));
const reviews = z.array(z.object({ state: z.string(), user }));

/** One thing that is asked of a commit. */
export interface Finding {
  readonly asked: string;
  readonly holds: boolean;
  readonly found: string;
}

/** Asks GitHub about a commit. `fixers`: logins whose approval counts; empty for anybody's. */
export async function judgeCommit(
  get: <Shape extends z.ZodType>(path: string, schema: Shape) => Promise<z.output<Shape>>,
  { commit, branch, fixers }: { commit: string; branch: string; fixers: readonly string[] },
): Promise<Finding[]> {
  const { status } = await get(`compare/${branch}...${commit}`, compared);
  const told = await get(`commits/${commit}/statuses?per_page=100`, statuses);
  const staging = told.find(({ context }) => context === "staging")?.state ?? "nothing";
  const merged = (await get(`commits/${commit}/pulls`, pulls)).find((pull) => pull.merged_at);
  const approvers = merged === undefined ? [] : await approversOf(merged.number);

  async function approversOf(number: number): Promise<string[]> {
    // The last word of each reviewer counts; a comment takes nothing back.
    const last = new Map<string, string>();
    for (const { state, user } of await get(`pulls/${number}/reviews?per_page=100`, reviews)) {
      if (state !== "COMMENTED") last.set(user.login, state);
    }
    return [...last].filter(([login, state]) =>
      state === "APPROVED" && login !== merged?.user.login &&
      (fixers.length === 0 || fixers.includes(login))
    ).map(([login]) => login);
  }

  return [
    {
      asked: `it is in ${branch}`,
      holds: status === "behind" || status === "identical",
      found: `${status} ${branch}`,
    },
    { asked: "staging took it", holds: staging === "success", found: `staging says ${staging}` },
    {
      asked: "somebody else approved its pull request",
      holds: approvers.length > 0,
      found: merged === undefined
        ? "no merged pull request has it"
        : `#${merged.number}, approved by ${approvers.join(", ") || "nobody who counts"}`,
    },
  ];
}

async function run({ commit, branch, json }: Options): Promise<number> {
  const fixers = (Deno.env.get("FIXERS") ?? "").split(",").map((name) => name.trim())
    .filter((name) => name !== "");
  const found = await judgeCommit(openGitHub(), { commit: commit!, branch, fixers });
  const may = found.every(({ holds }) => holds);
  if (json) console.log(JSON.stringify({ commit, may, found }));
  else {
    for (const { asked, holds, found: what } of found) {
      console.log(`- ${holds ? "yes" : "**no**"}: ${asked} (${what})`);
    }
    console.log(`\n${commit} ${may ? "may" : "may **not**"} go to production.`);
  }
  return may ? 0 : 1;
}

function read(args: string[]): Options {
  const options = readOptionsBy(schema, args);
  if (!options.help && options.commit === undefined) throw new Error("--commit: it is missing");
  return options;
}
if (import.meta.main) Deno.exit(await runCommand({ usage, read, run }));

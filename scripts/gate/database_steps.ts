import { accessMatrix } from "../access/matrix.ts";
import { migrateUrl } from "../db/migrate_url.ts";
import { runNodeTool } from "../db/node_tool.ts";
import { demandFresh } from "../db/generated_file.ts";
import { snapshot } from "../db/snapshot.ts";
import { types } from "../db/types.ts";
import { verify } from "../db/verify.ts";
import { findServers } from "../postgres/find_servers.ts";
import { type Ground, pushMigrations } from "./ground.ts";
import { judgeFindings, readFindings, readListed } from "./advisor_findings.ts";
import { lintIssues } from "./lint_report.ts";
import { check, type Step } from "./step.ts";
import { newMigrations } from "./new_migrations.ts";

const noServer = "no Postgres on this machine: install one, or let npm bring one (npm ci)";

async function lint(ground: Ground): Promise<void | { skipped: string }> {
  const { url, major, canLint } = await ground.pushed();
  if (!canLint) return { skipped: `Postgres ${major} here has no plpgsql_check` };
  const result = await runNodeTool("supabase", [
    ...["db", "lint", `--remote=${url}`, "--schema", "api,cogo", "--level", "warning"],
  ]);
  if (result.code !== 0) throw new Error(result.stderr);
  const issues = lintIssues(result.stdout);
  if (issues.length > 0) throw new Error(issues.join("\n"));
}

async function advisors(ground: Ground): Promise<void> {
  const { url } = await ground.pushed();
  const wrong = judgeFindings(await readFindings(url), await readListed());
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}

async function push(ground: Ground): Promise<void> {
  const { url } = await ground.pushed();
  const again = await pushMigrations(url);
  if (!again.includes("up to date")) throw new Error(`A second push was not idle:\n${again}`);
  const { applied } = await migrateUrl(url);
  if (applied.length > 0) throw new Error(`Our runner did not see ${applied.join(", ")}`);
}

async function squawk(): Promise<void> {
  const files = await newMigrations();
  const options = ["--config", "scripts/gate/squawk.toml", "--reporter", "gcc"];
  const result = await runNodeTool("squawk", [...options, ...files]);
  if (result.code !== 0) throw new Error(`${result.stdout}${result.stderr}`);
}

/** Runs only where there is a native server; says so where there is none. */
function native(
  name: string,
  next: string,
  run: () => Promise<void | { skipped: string }>,
): Step {
  const servers = findServers();
  return check(name, next, async () => servers.length > 0 ? await run() : { skipped: noServer });
}

/** What the gate asks of migrations, schema and the files derived from them. */
export function databaseSteps(ground: Ground): Step[] {
  const fresh = async (file: typeof types) => {
    const image = await ground.image();
    await demandFresh(file, await image.serve());
  };
  return [
    check("migrations lead to sql/", "deno task db:generate NAME", async () => {
      await verify(await ground.image());
    }),
    check("docs/schema.sql is fresh", "deno task db:snapshot", () => fresh(snapshot)),
    check("database types are fresh", "deno task db:types", () => fresh(types)),
    check(
      "docs/security/access-matrix.md is fresh",
      "npm run access:matrix",
      () => fresh(accessMatrix),
    ),
    native("supabase db push", "read which file the CLI refused", () => push(ground)),
    native("supabase gen types on native", "look at the CLI's words", async () => {
      await types.render((await ground.pushed()).url);
    }),
    native("supabase db lint", "correct the named functions in sql/", () => lint(ground)),
    native(
      "supabase db advisors",
      "mend it, or list it with its reason in docs/security/advisors.md",
      () => advisors(ground),
    ),
    check("squawk on new migrations", "each finding names its rule", squawk),
  ];
}

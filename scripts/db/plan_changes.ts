import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "@std/path";
import { runNodeTool } from "./node_tool.ts";

/** Settings of {@link planChanges}. */
export interface PlanOptions {
  /** A folder that holds the wanted schema. */
  readonly folder: string;
  /** An empty database that the engine may fill. */
  readonly shadow: string;
  /** The database to bring to that schema. It is only read. */
  readonly target: string;
  /** Allow statements that drop something. */
  readonly allowDrops?: boolean;
}

async function runEngine(args: string[]): Promise<{ code: number; text: string }> {
  const { code, stdout, stderr } = await runNodeTool("pgdelta", args);
  return { code, text: `${stderr}\n${stdout}`.trim() };
}

/**
 * What any server understands: without the privilege MAINTAIN, which 15 and 16 do not know, and
 * without the owner's grants to itself, which name a role that a plain server may not have.
 */
export function portable(sql: string): string {
  return sql
    .replaceAll(/\bMAINTAIN, |, MAINTAIN\b/gi, "")
    .replaceAll(/^GRANT [^;]* TO "postgres";\n*/gim, "")
    .replaceAll(/^(GRANT [^;]* TO [^;]*?)(?:"postgres", |, "postgres")/gim, "$1");
}

/**
 * Plans the SQL that brings `target` to the schema in `folder` with pg-delta: one text for each
 * transaction, none when they agree. Throws with the engine's words when a file of the tree is
 * wrong, or when something would be dropped without `allowDrops`.
 */
export async function planChanges(options: PlanOptions): Promise<string[]> {
  const work = await mkdtemp(join(tmpdir(), "cogo-plan-"));
  try {
    const plan = join(work, "plan.json");
    const planned = await runEngine([
      ...["schema", "apply", "--profile", "supabase", "--dir", options.folder],
      ...["--shadow", options.shadow, "--target", options.target, "--dry-run", "--out-plan", plan],
    ]);
    if (planned.code !== 0) throw new Error(`Cannot plan the migration:\n${planned.text}`);
    if (!(await readdir(work)).includes("plan.json")) return [];

    const drops = options.allowDrops ? ["--allow-drops"] : [];
    const out = join(work, "out", "part.sql");
    await Deno.mkdir(join(work, "out"));
    const rendered = await runEngine(["render", "--plan", plan, "--out", out, ...drops]);
    if (rendered.code === 3) return [];
    if (rendered.code !== 0) throw new Error(`Cannot write the migration:\n${rendered.text}`);
    const files = (await readdir(join(work, "out"))).sort((one, other) =>
      one.localeCompare(other, "en", { numeric: true })
    );
    const texts = files.map((file) => readFile(join(work, "out", file), "utf8"));
    return (await Promise.all(texts)).map(portable);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

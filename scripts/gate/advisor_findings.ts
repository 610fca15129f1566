import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runNodeTool } from "../db/node_tool.ts";

/** One finding of `supabase db advisors`. */
export interface Finding {
  /** Its rule and what it is about, such as `no_primary_key_cogo_routes`. */
  readonly key: string;
  readonly level: string;
  readonly detail: string;
}

const page = fileURLToPath(new URL("../../docs/security/advisors.md", import.meta.url));

const findings = z.array(z.object({
  cache_key: z.string(),
  level: z.string(),
  detail: z.string(),
})).transform((list): Finding[] =>
  list.map(({ cache_key, level, detail }) => ({ key: cache_key, level, detail }))
);

/** All that the advisors say of a database, at level info and above. */
export async function readFindings(url: string): Promise<Finding[]> {
  const options = ["--level", "info", "--fail-on", "none"];
  const result = await runNodeTool("supabase", ["db", "advisors", `--remote=${url}`, ...options]);
  if (result.code !== 0) throw new Error(`${result.stdout}\n${result.stderr}`);
  const start = result.stdout.indexOf("[");
  return start === -1 ? [] : findings.parse(JSON.parse(result.stdout.slice(start)));
}

/** The first column of each row of the page: a key, or the beginning of keys before a `*`. */
export async function readListed(text?: string): Promise<string[]> {
  const lines = (text ?? await readFile(page, "utf8")).split("\n");
  return lines.flatMap((line) => /^\| `([a-z0-9_]+\*?)` +\| +[^\s|]/.exec(line)?.[1] ?? []);
}

const covers = (listed: string, { key }: Finding) =>
  listed.endsWith("*") ? key.startsWith(listed.slice(0, -1)) : key === listed;

/**
 * What is wrong between findings and the page, a line each: a finding that is not listed, one above
 * level info (those are to be mended, not listed), and a row that no finding has any more.
 */
export function judgeFindings(found: readonly Finding[], listed: readonly string[]): string[] {
  const unknown = found
    .filter((one) => one.level !== "INFO" || !listed.some((row) => covers(row, one)))
    .map(({ level, key, detail }) => `${level} ${key}: ${detail}`);
  const stale = listed.filter((row) => !found.some((one) => covers(row, one)))
    .map((row) => `docs/security/advisors.md lists ${row}, which the advisors do not find`);
  return [...unknown, ...stale];
}

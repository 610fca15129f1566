import { join, relative } from "@std/path";
import { z } from "zod";
import { sha256Of } from "../artifacts/artifact_store.ts";
import { plainGit } from "../fix/apply_diff.ts";
import { git } from "../target/git.ts";

const artifactSchema = z.object({
  name: z.string(),
  kind: z.string(),
  url: z.string(),
  sha256: z.string(),
});
const sideSchema = z.object({
  verdict: z.string(),
  gates: z.array(z.object({ gate: z.string(), verdict: z.string() })),
});

/** A run as `/api/metrics/quality/gate/recent` tells it, as far as it is looked at here. */
export const recentSchema = z.object({
  runs: z.array(z.object({
    run_id: z.string(),
    verdict: z.string().nullable(),
    gates: z.array(
      z.object({ gate: z.string(), verdict: z.string(), reason: z.string().nullable() }),
    ),
    artifacts: z.array(artifactSchema),
    fixes: z.array(z.object({
      gate: z.string(),
      fixer: z.string(),
      result: z.string(),
      files_changed: z.number(),
      lines_added: z.number(),
      lines_removed: z.number(),
      before: sideSchema,
      after: sideSchema,
      applies: z.boolean(),
      diff: artifactSchema,
      artifacts: z.array(artifactSchema),
    })),
  })),
});
export type RecentRun = z.infer<typeof recentSchema>["runs"][number];

/** Fetches every file of a run over the gateway; how many came with the bytes that were recorded. */
export async function openArtifacts(url: string, key: string, run: RecentRun): Promise<number> {
  let opened = 0;
  for (const { url: place, sha256 } of run.artifacts) {
    const answer = await fetch(`${url}${place}`, { headers: { apikey: key } });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.ok && await sha256Of(bytes) === sha256) opened++;
  }
  return opened;
}

/** Whether `git apply` takes a fix's diff, as the gateway serves it, on a copy of the target. */
export async function applyTo(
  folder: string,
  url: string,
  key: string,
  fix: RecentRun["fixes"][number],
) {
  const copy = `${folder}.applied`;
  await new Deno.Command("cp", { args: ["-r", folder, copy] }).output();
  const answer = await fetch(`${url}${fix.diff.url}`, { headers: { apikey: key } });
  await Deno.writeTextFile(`${copy}.diff`, await answer.text());
  const done = await git(["apply", `${copy}.diff`], copy, undefined, plainGit(copy));
  return done.ok && await digestOf(copy) !== await digestOf(folder);
}

/** One digest of all files below a folder: their names and what is in them. */
export async function digestOf(folder: string): Promise<string> {
  const lines: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for await (const { name, isDirectory } of Deno.readDir(next)) {
      const path = join(next, name);
      if (isDirectory) folders.push(path);
      else lines.push(`${relative(folder, path)} ${await sha256Of(await Deno.readFile(path))}`);
    }
  }
  return await sha256Of(new TextEncoder().encode(lines.sort().join("\n")));
}

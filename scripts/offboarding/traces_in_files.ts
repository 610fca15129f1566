import { join } from "node:path";
import { finderOf } from "../security/canary.ts";
import { filesIn } from "../security/written.ts";
import type { Trace } from "./calls.ts";

/** The database's own files, which hold what was deleted until they are written over (docs/guides/offboarding.md). */
const databaseFolder = /^file db\//;

/** As text in any case and without its dashes; names of files count as well. */
const needlesOf = (ids: readonly string[]) =>
  ids.flatMap((id) =>
    [id, id.toUpperCase(), id.replaceAll("-", "")].map((text) => ({ canary: id, form: "", text }))
  );

/**
 * Looks through every file of some folders, and through some files, for ids.
 * @throws Deno.errors.NotFound for a path that is not there
 */
export async function tracesInFiles(
  paths: readonly string[],
  ids: readonly string[],
): Promise<Trace[]> {
  const find = finderOf(needlesOf(ids));
  const traces: Trace[] = [];
  for (const path of paths) {
    if ((await Deno.stat(path)).isFile) {
      const hits = find(path, new TextDecoder("latin1").decode(await Deno.readFile(path)));
      if (hits.length > 0) traces.push({ place: path, count: hits.length });
      continue;
    }
    for await (const { source, text } of filesIn(path)) {
      if (databaseFolder.test(source)) continue;
      const hits = find(source, `${source}\n${text}`);
      if (hits.length > 0) {
        traces.push({ place: join(path, source.slice("file ".length)), count: hits.length });
      }
    }
  }
  return traces;
}

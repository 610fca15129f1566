import { basename, join } from "node:path";
import { z } from "zod";
import { makeEmptyFolder } from "../empty_folder.ts";
import { manifestSchema, readManifest } from "../snapshot/manifest.ts";
import { packFolder } from "./archive.ts";
import {
  changesPart,
  ciPart,
  folderPart,
  type Ground,
  judgeCriteria,
  specsPart,
} from "./collect.ts";
import { type Evidence, evidencePage } from "./page.ts";

/** What the bundle is made of, besides the repository. */
export interface Sources {
  /** A folder that ops:snapshot wrote. */
  readonly snapshot: string | undefined;
  /** A folder that `npm run regression` wrote. */
  readonly regression: string | undefined;
  /** A folder of logs; GitHub is asked without one. */
  readonly ciLogs: string | undefined;
}

const regressionSchema = z.object({
  verdict: z.string(),
  commit: z.string().nullish(),
  figures: z.array(z.unknown()),
});

const readJson = async (folder: string, file: string): Promise<unknown> =>
  JSON.parse(await Deno.readTextFile(join(folder, file)));

async function saysOfSnapshot(folder: string): Promise<string> {
  const { taken_at, violations, files } = manifestSchema.parse(await readManifest(folder));
  return `Snapshot of ${taken_at}: ${files.length} files as its manifest says, ${violations} invariants do not hold`;
}

async function saysOfRegression(folder: string): Promise<string> {
  const { verdict, commit, figures } = regressionSchema.parse(
    await readJson(folder, "regression.json"),
  );
  return `Regression: ${verdict}, ${figures.length} figures${
    commit ? ` at ${commit.slice(0, 12)}` : ""
  }`;
}

/** Where the bundle was written. */
export interface Written {
  readonly evidence: Evidence;
  readonly page: string;
  readonly archive: string;
}

/**
 * Gathers the parts, writes the page and packs all of it. What is not there is told as missing.
 * @param out a folder that is empty or not there yet
 * @throws Error when something is in it
 */
export async function makeBundle(
  out: string,
  week: string,
  ground: Omit<Ground, "bundle">,
  sources: Sources,
): Promise<Written> {
  await makeEmptyFolder(out);
  const within: Ground = { ...ground, bundle: out };
  const parts = [
    await specsPart(within),
    sources.ciLogs === undefined
      ? await ciPart(within)
      : await folderPart(within, "ci-logs", "Logs of CI", sources.ciLogs, (folder) =>
        Promise.resolve(`Logs of CI in ${basename(folder)}`)),
    await folderPart(within, "snapshot", "Metrics snapshot", sources.snapshot, saysOfSnapshot),
    await folderPart(
      within,
      "regression",
      "Regression report",
      sources.regression,
      saysOfRegression,
    ),
    await changesPart(within),
  ];
  const evidence: Evidence = {
    week,
    made_at: new Date().toISOString(),
    since: ground.since.toISOString(),
    head: await ground.repository.head() ?? null,
    repository: ground.github?.repository ?? Deno.env.get("GITHUB_REPOSITORY") ?? null,
    acceptance: await judgeCriteria(ground.repository),
    parts,
  };
  await Deno.writeTextFile(join(out, "evidence.json"), `${JSON.stringify(evidence, null, 2)}\n`);
  const page = join(out, "index.html");
  await Deno.writeTextFile(page, evidencePage(evidence));
  const name = `evidence-${week}`;
  const archive = join(out, `${name}.tar.gz`);
  await Deno.writeFile(archive, await packFolder(out, name));
  return { evidence, page, archive };
}

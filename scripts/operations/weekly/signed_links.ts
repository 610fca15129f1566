import { requestLinks } from "../../../functions/_shared/artifacts/request_links.ts";
import { linkLife } from "../../../functions/_shared/artifacts/contract.ts";
import type { WeeklyFigures } from "./figures.ts";

/** Gives signed links to artifacts; those that are not there are left out. */
export type SignLinks = (artifactIds: readonly string[]) => Promise<Map<string, string>>;

/**
 * Links that live a week: the report of a week is read until the next one comes. A project whose
 * function does not answer gives none.
 */
export function signingBy(url: string, key: string): SignLinks {
  return async (artifactIds) => {
    const links = await requestLinks({ url, key }, artifactIds, linkLife.mostOfOperators)
      .catch((thrown: unknown) => {
        console.error(thrown instanceof Error ? thrown.message : thrown);
        return [];
      });
    return new Map(links.flatMap((one) => one.url ? [[one.artifact_id, one.url] as const] : []));
  };
}

/** The figures with signed links in place of addresses that want a key. */
export async function withSignedLinks(
  figures: WeeklyFigures,
  sign: SignLinks,
): Promise<WeeklyFigures> {
  const files = figures.recent.runs.flatMap(({ fixes }) =>
    fixes.flatMap(({ diff, artifacts }) => [...(diff ? [diff] : []), ...artifacts])
  );
  const ids = [...new Set(files.flatMap(({ artifact_id }) => artifact_id ? [artifact_id] : []))];
  if (ids.length === 0) return figures;
  const links = await sign(ids.slice(0, 100));
  const signed = <File extends (typeof files)[number]>(file: File) => ({
    ...file,
    url: links.get(file.artifact_id ?? "") ?? file.url,
  });
  const runs = figures.recent.runs.map((run) => ({
    ...run,
    fixes: run.fixes.map((fix) => ({
      ...fix,
      diff: fix.diff && signed(fix.diff),
      artifacts: fix.artifacts.map(signed),
    })),
  }));
  return { ...figures, recent: { ...figures.recent, runs } };
}

import { readEnvironment } from "../platform/env.ts";

function number(name: string, standard: number, least: number, most: number): number {
  const given = Number(Deno.env.get(name) || standard);
  return Number.isFinite(given) ? Math.min(Math.max(Math.floor(given), least), most) : standard;
}

/** Bytes of one artifact at most: ARTIFACT_BYTES, 50 MiB by default (Storage's own default). */
export const mostArtifactBytes = () => number("ARTIFACT_BYTES", 52_428_800, 1, 5_368_709_120);

/** Milliseconds without a byte after which an upload is given up: ARTIFACT_IDLE_SECONDS, 30 s. */
export const idleMs = () => number("ARTIFACT_IDLE_SECONDS", 30, 1, 600) * 1000;

/** Uploads that one worker takes at a time: ARTIFACT_UPLOADS, 16 by default. */
export const mostUploads = () => number("ARTIFACT_UPLOADS", 16, 1, 1000);

/** The bucket that new artifacts go to: ARTIFACTS_BUCKET; undefined = the folder. */
export const bucketName = () => readEnvironment().artifactsBucket;

/** The folder of artifacts: ARTIFACTS_DIR, else the local stack's own; undefined elsewhere. */
export function folderPath(): string | undefined {
  const data = Deno.env.get("COGO_DATA_DIR");
  return readEnvironment().artifactsFolder ?? (data ? `${data}/artifacts` : undefined);
}

/**
 * Where the function is reached, without a final slash: ARTIFACTS_URL, else below SUPABASE_URL.
 * Within the platform's containers, whose URL nobody outside knows, a path alone.
 */
export function ownUrl(): string {
  const { artifactsUrl, url } = readEnvironment();
  if (artifactsUrl) return artifactsUrl;
  const path = "/functions/v1/artifacts";
  return !url || new URL(url).hostname === "kong" ? path : url + path;
}

import { CogoError } from "../platform/errors.ts";
import type { ArtifactLine } from "./contract.ts";
import type { Measured } from "./measured.ts";

/** Bytes that are safe, under a name of their own that no row has. */
export interface Incoming {
  /** Copies them to where they belong, unless the same bytes are there already. */
  place(tenantId: string, sha256: string): Promise<void>;
  /** Deletes them under their own name. */
  discard(): Promise<void>;
}

/** A place for bytes, by tenant and by what they hash to. */
export interface ArtifactStore {
  /** For `put_artifact`; null = the folder. */
  readonly bucket: string | null;
  /** Takes bytes in, on their way. @throws CogoError artifact_store_failed (503), or why the body failed */
  receive(body: Measured, mediaType: string): Promise<Incoming>;
  /** Answers with the bytes, or with where they are. @throws CogoError artifact_not_found (404) */
  serve(artifact: ArtifactLine, request: Request): Promise<Response>;
  /** Locations, in lots, of what was stored before a moment (milliseconds). */
  olderThan(moment: number): AsyncIterable<string[]>;
  /** Deletes what is at these locations. */
  remove(locations: readonly string[]): Promise<void>;
  /** Deletes uploads that broke off before a moment; how many. */
  clearIncoming(moment: number): Promise<number>;
}

/** A folder with the files of one tenant; what else lies there is not ours. */
export const tenantFolder = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What a file or object is called. */
export const hashName = /^[0-9a-f]{64}$/;

/** In an order by chance: where one round does not reach the end, the next begins elsewhere. */
export function shuffled<Value>(values: readonly Value[]): Value[] {
  return values.map((value) => ({ value, at: Math.random() }))
    .sort((one, other) => one.at - other.at).map(({ value }) => value);
}

/** The refusal for what is not there. */
export function notThere(artifactId: string): CogoError {
  return new CogoError(
    "artifact_not_found",
    `Cannot find the artifact ${artifactId.slice(0, 40)}: there is no such artifact`,
    "Check the id; list_artifacts shows those that you may see.",
  );
}

/** Passes on refusals of ours; what else a store throws goes to the log and not to the caller. */
export function storeFailed(thrown: unknown): CogoError {
  if (thrown instanceof CogoError) return thrown;
  console.error("artifacts: the store failed:", thrown);
  return new CogoError(
    "artifact_store_failed",
    "Cannot reach the bytes of artifacts: the store failed",
    "Send it again; its operator looks at the disk, or at Storage.",
    { cause: thrown },
  );
}

import { PermanentError, TransientError } from "./errors.ts";
import type { ArtifactBytes, FileDoor } from "./files.ts";
import type { Job } from "./job.ts";
import type { ArtifactOptions, KeptArtifact } from "./kept_artifact.ts";
import { CallError } from "./transport.ts";
import { pause } from "./waits.ts";
import { keptArtifact } from "./wire.ts";

/** What the engine's words mean for the job. */
function asJobError(what: string, error: unknown): PermanentError | TransientError {
  const message = `Cannot ${what}: ${error instanceof Error ? error.message : String(error)}`;
  const isRefusal = error instanceof CallError && error.status >= 400 && error.status < 500;
  // Room may be made, bytes come whole the next time, and a hold that ended is another's affair.
  const mayPass = error instanceof CallError && [
    "artifact_quota_exceeded",
    "artifact_mismatch",
    "lease_lost",
    "rate_limited",
    "try_again",
    "upload_too_slow",
  ].includes(error.code);
  if (isRefusal && !mayPass) {
    const details = { code: error.code, hint: error.hint };
    return new PermanentError(message, { stage: "output", details, cause: error });
  }
  const reason = "dependency_unavailable";
  return new TransientError(message, { stage: "output", reason, cause: error });
}

/** Whether sending the same once more may do: nothing answered, or it was a matter of the moment. */
const isPassing = (error: unknown) =>
  error instanceof CallError &&
  (error.status === 0 || error.status >= 500 || error.code === "try_again");

/** As {@link JobContext.putArtifact} says. */
export async function putArtifact(
  files: FileDoor,
  retryMs: number,
  job: Job,
  name: string,
  bytes: ArtifactBytes,
  { mediaType = "application/octet-stream", kind = "other" }: ArtifactOptions = {},
): Promise<KeptArtifact> {
  const path = `jobs/${job.job_id}/${job.fence}/${encodeURIComponent(name)}?kind=${kind}`;
  const tries = bytes instanceof ReadableStream ? 1 : 3;
  for (let attempt = 1;; attempt++) {
    try {
      const headers = { "content-type": mediaType };
      return keptArtifact.parse(await files.ask({ method: "PUT", path, headers, body: bytes }));
    } catch (error) {
      if (attempt >= tries || !isPassing(error)) {
        throw asJobError(`keep the artifact ${name} of job ${job.job_id}`, error);
      }
      await pause(retryMs * attempt);
    }
  }
}

/** As {@link JobContext.getArtifact} says. */
export async function getArtifact(files: FileDoor, artifactId: string): Promise<Response> {
  try {
    return await files.read(artifactId);
  } catch (error) {
    throw asJobError(`read the artifact ${artifactId}`, error);
  }
}

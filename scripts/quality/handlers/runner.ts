import { z } from "zod";
import { PermanentError, TransientError } from "../../../functions/_shared/worker/errors.ts";
import type { Job } from "../../../functions/_shared/worker/job.ts";
import type { ArtifactStore } from "../artifacts/artifact_store.ts";
import { redact } from "../artifacts/redact.ts";
import type { ArtifactFile } from "../gates/gate_outcome.ts";
import type { Limits } from "../process/limits.ts";
import { QualityFailure } from "../target/quality_failure.ts";
import type { SourceRules } from "../target/source.ts";
import type { NewArtifact, QualityApi } from "./quality_api.ts";

/** What the handlers of quality jobs work with. */
export interface Runner {
  api: QualityApi;
  store: ArtifactStore;
  /** Values that must not appear in any artifact. */
  secrets: string[];
  /** The folder that the target "." stands for. */
  base: string;
  /** Folder for installed dependencies. */
  cache: string;
  limits: Limits;
}

/** Payload of `orchestrator.decide` and of every `quality.*` job of a run. */
export const runPayloadSchema = z.looseObject({ run_id: z.uuid(), target: z.string().min(1) });
export type RunPayload = z.infer<typeof runPayloadSchema>;

const operatorsTenant = "00000000-0000-0000-0000-000000000000";

/** Only the operator's own jobs may read folders of this machine. */
export function rulesFor(runner: Runner, job: Job<RunPayload>): SourceRules {
  return { base: runner.base, mayReadFolders: job.tenant_id === operatorsTenant };
}

/** Whether this failure of this job should be tried again. */
export function mayTryAgain(thrown: unknown, job: Job<RunPayload>): boolean {
  return thrown instanceof QualityFailure && thrown.mayPass && job.attempt < job.max_attempts;
}

/** The worker's error for a target that cannot be read. */
export function asJobError(failure: QualityFailure): TransientError | PermanentError {
  const options = { stage: "fetch", reason: "dependency_unavailable", cause: failure } as const;
  return failure.mayPass
    ? new TransientError(failure.message, options)
    : new PermanentError(failure.message, { ...options, reason: "validation_failed" });
}

/**
 * Stores files without our secrets and records them under the job's fence.
 * @throws TransientError when the bytes or the rows cannot be written
 */
export async function keepFiles(
  runner: Runner,
  job: Job<RunPayload>,
  files: ArtifactFile[],
): Promise<NewArtifact[]> {
  try {
    const put = async (file: ArtifactFile) => {
      const bytes = redact(file.bytes, runner.secrets);
      return await runner.store.put(job.tenant_id, bytes, file.mediaType);
    };
    const kept = await Promise.all(files.map(async (file): Promise<NewArtifact> => {
      const { sha256, sizeBytes, location } = await put(file);
      return {
        run_id: job.payload.run_id,
        job_id: job.job_id,
        fence: job.fence,
        name: file.name,
        kind: file.kind,
        media_type: file.mediaType,
        size_bytes: sizeBytes,
        sha256,
        location,
      };
    }));
    await runner.api.recordArtifacts(kept);
    // A sweep that was under way when they were put may have taken them; none takes them now.
    await Promise.all(kept.map(async ({ location }, at) => {
      if (!await runner.store.has(location)) await put(files[at]!);
    }));
    return kept;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new TransientError(`Cannot keep the artifacts: ${why}`, { stage: "output", cause });
  }
}

/** What a job's result says about its artifacts. */
export function linksTo(artifacts: NewArtifact[]) {
  return artifacts.map(({ name, sha256, size_bytes, media_type, location }) => ({
    name,
    sha256,
    size_bytes,
    media_type,
    location,
  }));
}

import { z } from "zod";
import type { Plan } from "../../../functions/_shared/quality/gates.ts";
import {
  type GateResult,
  type QualityRun,
  qualityRunSchema,
  runVerdictSchema,
} from "../../../functions/_shared/quality/quality_run.ts";
import type { Call } from "../../../functions/_shared/worker/transport.ts";
import type { Fix } from "./fix.ts";

const callTimeoutMs = 30_000;

const plannedSchema = z.object({ job_ids: z.array(z.number()), plan: z.unknown() });
const finishedSchema = z.object({
  verdict: runVerdictSchema,
  summary: z.record(z.string(), z.unknown()),
});

/** A row for `record_artifacts`. */
export interface NewArtifact {
  run_id: string;
  job_id: number;
  fence: number;
  name: string;
  kind: string;
  media_type: string;
  size_bytes: number;
  sha256: string;
  location: string;
}

/** A row for `record_gate_results`. */
export type NewGateResult =
  & Omit<GateResult, "job_id">
  & { run_id: string; job_id: number; fence: number };

/** A row for `record_gate_fixes`. */
export type NewGateFix = Omit<Fix, "files"> & {
  run_id: string;
  job_id: number;
  fence: number;
  artifacts: string[];
};

const recordedFixSchema = z.object({
  gate: z.string(),
  fixer: z.string(),
  outcome: z.enum(["recorded", "superseded", "run_finished"]),
  result: z.enum(["fixed", "not_enough", "worse"]).nullable(),
});
export type RecordedFix = z.infer<typeof recordedFixSchema>;

/** The RPCs of quality runs, typed. Each throws a CallError when it is refused or not answered. */
export interface QualityApi {
  getRun(runId: string): Promise<QualityRun>;
  /** The first plan stands: returns the plan that is kept and the ids of all jobs of the run. */
  planRun(runId: string, plan: Plan, cause: string): Promise<z.infer<typeof plannedSchema>>;
  recordGateResults(results: NewGateResult[]): Promise<void>;
  /** Their artifacts must have been recorded before. */
  recordGateFixes(fixes: NewGateFix[]): Promise<RecordedFix[]>;
  recordArtifacts(artifacts: NewArtifact[]): Promise<void>;
  finishRun(
    runId: string,
    summary: Record<string, unknown>,
  ): Promise<z.infer<typeof finishedSchema>>;
}

/** Opens the RPCs of quality runs over `call`. */
export function qualityApi(call: Call): QualityApi {
  const rpc = (name: string, args: object) => call(name, args, callTimeoutMs);
  return {
    async getRun(runId) {
      return qualityRunSchema.parse(await rpc("get_quality_run", { run_id: runId }));
    },
    async planRun(runId, plan, cause) {
      return plannedSchema.parse(await rpc("plan_quality_run", { run_id: runId, plan, cause }));
    },
    async recordGateResults(results) {
      await rpc("record_gate_results", { results });
    },
    async recordGateFixes(fixes) {
      if (fixes.length === 0) return [];
      return z.array(recordedFixSchema).parse(await rpc("record_gate_fixes", { fixes }));
    },
    async recordArtifacts(artifacts) {
      if (artifacts.length > 0) await rpc("record_artifacts", { artifacts });
    },
    async finishRun(runId, summary) {
      return finishedSchema.parse(await rpc("finish_quality_run", { run_id: runId, summary }));
    },
  };
}

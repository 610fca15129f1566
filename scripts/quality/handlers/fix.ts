import type { GateName } from "../../../functions/_shared/quality/gates.ts";
import type { ArtifactFile } from "../gates/gate_outcome.ts";

/** A fix as it is recorded, but for the run and job it belongs to, and its files. */
export interface Fix {
  gate: GateName;
  fixer: string;
  command: string;
  files_changed: number;
  lines_added: number;
  lines_removed: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  applies: boolean;
  diff: string;
  files: ArtifactFile[];
}

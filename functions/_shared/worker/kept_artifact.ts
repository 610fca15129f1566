/** How a file is kept. */
export interface ArtifactOptions {
  /** Default: application/octet-stream. */
  mediaType?: string;
  /** What readers show it as. Default: other. */
  kind?: "log" | "report" | "coverage" | "summary" | "diff" | "eslint" | "other";
}

/** A file of a job that is kept. */
export interface KeptArtifact {
  artifact_id: string;
  /** Lower-case hex. */
  sha256: string;
  size_bytes: number;
  /** Relative to the project's address; wants a token or key. */
  url: string;
  /** `unchanged`: the same bytes under the same name were there already. */
  outcome: "created" | "unchanged" | "replaced";
}

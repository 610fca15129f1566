import { z } from "zod";

/** An artifact, as SQL tells it. Times are RFC 3339 texts. */
export const artifactLine = z.object({
  artifact_id: z.guid(),
  name: z.string(),
  kind: z.string(),
  /** As whoever made it says; what it is served as is decided by {@link typeOf}. */
  media_type: z.string(),
  size_bytes: z.number().int(),
  /** Lower-case hex. */
  sha256: z.string(),
  job_id: z.number().int().nullable(),
  run_id: z.guid().nullish(),
  /** `local:<tenant>/<sha256>` or `storage:<bucket>/<tenant>/<sha256>`. */
  location: z.string(),
  /** Relative to the project's address; wants a token or key. */
  url: z.string(),
  created_at: z.string().optional(),
});

/** {@link artifactLine}, checked. */
export type ArtifactLine = z.output<typeof artifactLine>;

/** What an upload came to. */
export const uploadAnswer = artifactLine.extend({
  /** `unchanged`: the same bytes under the same name were there already. */
  outcome: z.enum(["created", "unchanged", "replaced"]),
});

/** {@link uploadAnswer}, checked. */
export type UploadedArtifact = z.output<typeof uploadAnswer>;

/** Seconds that a link lives: by default, at most for an agent, and at most for an operator. */
export const linkLife = { standard: 600, most: 86_400, mostOfOperators: 604_800 } as const;

/** What `POST /artifacts/links` takes. */
export const linksRequest = z.strictObject({
  artifact_ids: z.array(z.guid()).min(1).max(100),
  /** Seconds; over a day for operators alone, for messages that are read days later. */
  expires_in: z.number().int().min(1).max(linkLife.mostOfOperators).default(linkLife.standard),
});

/** What it answers, in the order asked; `url` is null for what is not there, or another tenant's. */
export const linksAnswer = z.array(z.object({
  artifact_id: z.guid(),
  url: z.string().nullable(),
  expires_at: z.string().nullable(),
}));

/** One link of {@link linksAnswer}. */
export type ArtifactLink = z.output<typeof linksAnswer>[number];

/** What a sweep did. */
export const sweepAnswer = z.object({
  /** Files and objects that were old enough to be looked at. */
  looked_at: z.number().int(),
  /** Of them, deleted since no artifact names them. */
  deleted: z.number().int(),
  /** Uploads that broke off, cleared away. */
  broken_off: z.number().int(),
  /** False: time was up; the next round goes on. */
  is_whole: z.boolean(),
});

/** {@link sweepAnswer}, checked. */
export type SweepAnswer = z.output<typeof sweepAnswer>;

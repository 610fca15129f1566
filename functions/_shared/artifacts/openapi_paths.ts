import type { ErrorCode } from "../platform/errors.ts";
import { json, meaningsOf, ref, refusalsOf } from "../platform/openapi.ts";

const text = { type: "string" };
const security = [{ agentToken: [] }, { secretKey: [] }];
const asking: readonly ErrorCode[] = ["bad_argument", "missing_key", "invalid_token"];
const ofAgents: readonly ErrorCode[] = ["not_an_agent", "agent_revoked", "insufficient_scope"];
const failing: readonly ErrorCode[] = [
  "internal",
  "artifacts_not_configured",
  "database_unreachable",
];
const refusals = (...words: ErrorCode[]) => refusalsOf(words, meaningsOf, "Error");
const answer = (description: string, schema: string) => ({
  description,
  content: json(ref(schema)),
});
const parameter = (name: string, place: string, description: string, schema: object = text) => ({
  name,
  in: place,
  required: place === "path",
  description,
  schema,
});

const bytes = { "*/*": { schema: { type: "string", format: "binary" } } };
const reading = {
  summary: "The bytes of an artifact",
  description:
    "With a token or key (scope artifacts:read), or by a signed link, which needs neither. " +
    "Text of any kind is served as plain text, what a browser cannot show without harm as a " +
    "download; nothing in it may run. ETag is the SHA-256.",
  security: [...security, {}],
  parameters: [
    parameter("expires", "query", "Of a signed link: Unix seconds."),
    parameter("key", "query", "Of a signed link: which key signed it."),
    parameter("signature", "query", "Of a signed link."),
    parameter("range", "header", "One range of bytes; Storage answers its own."),
    parameter("if-none-match", "header", "The ETag that is known."),
  ],
};
const read = {
  "200": { description: "The bytes.", content: bytes },
  "206": { description: "A range of them.", content: bytes },
  "302": { description: "To Storage's own signed URL, which lasts a minute." },
  "304": { description: "As known." },
  "416": { description: "Nothing of the range is there." },
  ...refusals(
    "missing_key",
    "invalid_token",
    ...ofAgents,
    "artifact_link_refused",
    "artifact_not_found",
    "artifact_store_failed",
    ...failing,
  ),
};

const links = {
  operationId: "linkArtifacts",
  summary: "Signed links to up to 100 artifacts",
  description: "Whoever has such a link may read the bytes until it expires: ten minutes unless " +
    "`expires_in` says otherwise, a day at most, for operators a week. Scope: artifacts:read.",
  security,
  requestBody: { required: true, content: json(ref("Links")) },
  responses: {
    "200": answer("Links in the order asked; null for what is not there.", "Linked"),
    ...refusals(...asking, ...ofAgents, "operators_only", ...failing),
  },
};

const upload = {
  operationId: "putArtifact",
  summary: "Keeps a file of a job that the caller holds",
  description: "The same again changes nothing, other bytes replace, a later hold wins. Scope: " +
    "artifacts:write.",
  security,
  parameters: [
    parameter("job_id", "path", "The job."),
    parameter("fence", "path", "The claim it is held under."),
    parameter("name", "path", "A plain file name: letters, digits, dots, dashes, underscores."),
    parameter("kind", "query", "log, report, coverage, summary, diff, eslint or other."),
    parameter("content-digest", "header", "sha-256=:BASE64: (RFC 9530); checked where it is sent."),
  ],
  requestBody: { required: true, content: bytes },
  responses: {
    "200": answer("It was there already, or replaces another.", "Artifact"),
    "201": answer("It is kept.", "Artifact"),
    ...refusals(
      ...asking,
      ...ofAgents,
      "upload_too_slow",
      "lease_lost",
      "artifact_quota_exceeded",
      "try_again",
      "payload_too_large",
      "artifact_mismatch",
      "artifact_store_failed",
      "overloaded",
      ...failing,
    ),
  },
};

const sweep = {
  operationId: "sweepArtifacts",
  summary: "Deletes bytes that no artifact names",
  description: "The clock calls it, once an hour. For operators.",
  security: [{ secretKey: [] }],
  parameters: [parameter("min_age_seconds", "query", "What is younger stays; 3600 by default.")],
  responses: {
    "200": answer("What it did.", "Swept"),
    ...refusals(...asking, "operators_only", "artifact_store_failed", ...failing),
  },
};

/** What the function answers, by path and method. */
export const artifactPaths: object = {
  "/artifacts/links": { post: links },
  "/artifacts/sweep": { post: sweep },
  "/artifacts/jobs/{job_id}/{fence}/{name}": { put: upload },
  "/artifacts/{id}": {
    parameters: [parameter("id", "path", "The artifact's id.")],
    get: { operationId: "readArtifact", ...reading, responses: read },
    head: {
      operationId: "headArtifact",
      ...reading,
      summary: "As GET, without the bytes",
      responses: read,
    },
  },
};

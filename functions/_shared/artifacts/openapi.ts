import { errorSchema, schemaOf, securitySchemes, writeDocument } from "../platform/openapi.ts";
import { linksAnswer, linksRequest, sweepAnswer, uploadAnswer } from "./contract.ts";
import { artifactPaths } from "./openapi_paths.ts";

/** The description of artifacts in OpenAPI 3.1, as docs/openapi/artifacts.json holds it. */
export function artifactsDocument(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "COGO artifacts",
      version: "0.1.0",
      description: "Files of jobs and of quality runs. See docs/guides/artifacts.md.",
    },
    servers: [
      { url: "http://127.0.0.1:54321/functions/v1", description: "the local stack" },
      {
        url: "https://{project}.supabase.co/functions/v1",
        variables: { project: { default: "PROJECT" } },
      },
    ],
    paths: artifactPaths,
    components: {
      securitySchemes,
      schemas: {
        Links: schemaOf(linksRequest, "input"),
        Linked: schemaOf(linksAnswer, "input"),
        Artifact: schemaOf(uploadAnswer, "input"),
        Swept: schemaOf(sweepAnswer, "input"),
        Error: errorSchema,
      },
    },
  };
}

if (import.meta.main) await writeDocument("artifacts", artifactsDocument());

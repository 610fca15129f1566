import { Hono } from "hono";
import { CogoError } from "../_shared/platform/errors.ts";
import { refuseOtherMethods } from "../_shared/platform/refuse_other_methods.ts";
import { respondFailure } from "../_shared/platform/respond_call.ts";
import { served } from "../_shared/platform/served.ts";
import { giveLinks } from "./links.ts";
import { readArtifact } from "./read.ts";
import { sweep } from "./sweep.ts";
import { upload } from "./upload.ts";

const app = new Hono().basePath("/artifacts");
app.post("/links", (context) => giveLinks(context.req.raw));
app.post("/sweep", (context) => sweep(context.req.raw));
app.put("/jobs/:job_id/:fence/:name", (context) => {
  const { job_id, fence, name } = context.req.param();
  return upload(context.req.raw, job_id, fence, name);
});

refuseOtherMethods(app, {
  "/links": "POST",
  "/sweep": "POST",
  "/jobs/:job_id/:fence/:name": "PUT",
});
// After the others: an id would match their names too.
app.get("/:id", (context) => readArtifact(context.req.raw, context.req.param("id")));
refuseOtherMethods(app, { "/:id": "GET, HEAD" });
app.notFound((context) => {
  throw new CogoError(
    "route_not_found",
    `Cannot find ${context.req.path}`,
    "There are GET /artifacts/ID, POST /artifacts/links, PUT /artifacts/jobs/JOB_ID/FENCE/NAME and " +
      "POST /artifacts/sweep.",
  );
});
app.onError((thrown) => respondFailure(thrown, "artifacts"));

export default served("artifacts", app);

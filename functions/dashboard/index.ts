import { isLocalStack } from "../_shared/platform/local_stack.ts";
import { openRpcCaller } from "../_shared/platform/rpc_caller.ts";
import { served } from "../_shared/platform/served.ts";
import { dashboardApp } from "./app.ts";
import { ownArtifactLink } from "./artifact.ts";

/** Without a key the pages act in the local stack only (see isOwnPage). */
const app = dashboardApp({
  shown: () => ({
    place: isLocalStack() ? "local stack" : "this project",
    mayAct: isLocalStack(),
  }),
  openCaller: openRpcCaller,
  artifactLink: ownArtifactLink,
});

export default served("dashboard", app);

import { openCaller } from "../_shared/platform/rpc_caller.ts";
import { served } from "../_shared/platform/served.ts";
import { dashboardApp } from "./app.ts";

const isLocal = () => Deno.env.get("COGO_LOCAL") === "1";

/** Without a key the pages act in the local stack only (see isOwnPage). */
const app = dashboardApp({
  shown: () => ({ place: isLocal() ? "local stack" : "this project", mayAct: isLocal() }),
  openCaller,
});

export default served("dashboard", app);

import { createHash } from "node:crypto";
import { join } from "node:path";
import type { DataFolder } from "./data_folder.ts";
import type { Reach } from "./function_instance.ts";
import type { StackFile } from "./stack_file.ts";

/** The environment that the platform gives to edge functions, pointing at this stack. */
function environmentOf(stack: StackFile): Record<string, string> {
  return {
    SUPABASE_URL: stack.url,
    SUPABASE_PUBLISHABLE_KEY: stack.publishable_key,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify(stack.publishable_keys),
    SUPABASE_SECRET_KEYS: JSON.stringify(stack.secret_keys),
    SUPABASE_ANON_KEY: stack.publishable_key,
    SUPABASE_SERVICE_ROLE_KEY: stack.secret_key,
    SUPABASE_JWKS: JSON.stringify(stack.jwks),
    SUPABASE_DB_URL: stack.db_url,
    COGO_DATA_DIR: stack.data_folder,
    WEBHOOK_SIGNING_KEY: Deno.env.get("WEBHOOK_SIGNING_KEY") ??
      localKey("webhooks", stack.secret_key),
    ARTIFACT_LINK_KEY: Deno.env.get("ARTIFACT_LINK_KEY") ??
      localKey("artifact links", stack.secret_key),
    COGO_LOCAL: "1", // lets the dashboard's own page read the metrics without a key
  };
}

/** The same at each start of one data folder, and no key of the stack itself. */
function localKey(purpose: "webhooks" | "artifact links", secretKey: string): string {
  return createHash("sha256").update(`${purpose} of ${secretKey}`).digest("base64");
}

/** Sets that environment for the workers, which share it with this process. */
export function setFunctionEnvironment(stack: StackFile): void {
  for (const [name, value] of Object.entries(environmentOf(stack))) Deno.env.set(name, value);
}

/** What functions may read and write: code and artifacts, not the keys beside them. */
export function reachOf(root: string, functionsFolder: string, data: DataFolder): Reach {
  const code = ["node_modules", "deno.json", "package.json", "docs", "scripts"];
  return {
    read: [functionsFolder, ...code.map((name) => join(root, name)), data.artifactsPath],
    write: [data.artifactsPath],
  };
}

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { callsTo } from "../worker/transport.ts";

const top = new URL("../../../", import.meta.url);

/** Lets docs/examples/llm_worker.ts do one job over a stack; answers the job. */
export async function runExample(
  { url, key, localModels }: { url: string; key: string; localModels: string },
): Promise<unknown> {
  const call = callsTo({ url, key });
  const jobs = [{ type: "text.summarise", payload: { text: "One. Two. Three." } }];
  const [job] = await call("enqueue_jobs", { jobs }, 10_000) as [{ job_id: number }];
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--no-prompt", "docs/examples/llm_worker.ts", "--once"],
    cwd: fileURLToPath(top),
    env: { SUPABASE_URL: url, SUPABASE_SERVICE_ROLE_KEY: key, LOCAL_MODELS: localModels },
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return await call("get_job", { job_id: job.job_id }, 10_000);
}

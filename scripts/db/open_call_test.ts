import assert from "@std/assert";
import type { CallError } from "../../functions/_shared/worker/transport.ts";
import { openCall } from "./open_call.ts";
import { migratedData, openImage } from "./serve_pglite.ts";

type Name = "set_notification_channel" | "list_notification_channels" | "get_job";

Deno.test("over a database, objects go as jsonb, lists as arrays, nulls not at all, and refusals are told", async () => {
  const image = await openImage(await migratedData());
  const { call, close } = openCall<Name>({ url: await image.serve() }, {
    single: ["set_notification_channel", "get_job"],
    timeoutMs: 1000,
  });
  try {
    const kinds = ["alert", "weekly"];
    const settings = { repository: "acme/core", labels: ["a b", 'c"d'] };
    await call("set_notification_channel", {
      name: "issues",
      kind: "github_issue",
      settings,
      kinds,
      min_severity: null,
    });
    const all = await call("list_notification_channels", {}) as Record<string, unknown>[];
    assert.deepEqual(all.map((one) => [one["name"], one["settings"], one["kinds"]]), [
      ["issues", settings, kinds],
    ]);
    await assert.rejects(
      call("get_job", { job_id: 1 }),
      (error: CallError) => error.status === 404 && error.code === "job_not_found",
    );
  } finally {
    await close();
    await image.close();
  }
});

import assert from "@std/assert";
import { top } from "./check_workflows.ts";
import { readWorkflows } from "./read_workflows.ts";
import { findSteps, runStep } from "./run_steps.ts";

Deno.test({
  name: "workflows: the scripts themselves decide what is due and refuse a wrong tag",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const steps = findSteps(await readWorkflows(top));
    const run = (where: string, env: Record<string, string>) => {
      const { step } = steps.find((one) => one.where.startsWith(where))!;
      return runStep(step, top, env);
    };
    const due = async (env: Record<string, string>) =>
      (await run("scheduled-ops.yml plan", env)).outputs["what"];
    assert.equal(await due({ THERE: "true", CRON: "17 2 * * *" }), "nightly-snapshot");
    assert.equal(await due({ THERE: "true", CRON: "43 5 * * 1" }), "all-weekly");
    assert.equal(await due({ THERE: "true", ASKED: "weekly-notify" }), "weekly-notify");
    assert.equal(await due({ THERE: "false", CRON: "17 2 * * *" }), "nothing");
    assert.equal((await run("release.yml pack: the tag", { GITHUB_REF_NAME: "v9.9.9" })).code, 1);
    const { code, outputs, summary } = await run("staging.yml ready", { THERE: "false" });
    assert.deepEqual([code, outputs["there"]], [0, "false"]);
    assert.match(summary, /nothing deployed/);
  },
});

Deno.test({
  name: "workflows: the weekly enqueue asks as the function wants it, and fails when it is refused",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const asked: string[] = [];
    let status = 201;
    const server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      async (request) => {
        const { pathname } = new URL(request.url);
        asked.push(
          `${request.method} ${pathname} ${request.headers.get("apikey")} ${await request.text()}`,
        );
        return new Response('{"run_id":"r"}', { status });
      },
    );
    const steps = findSteps(await readWorkflows(top));
    const { step } = steps.find(({ where }) => where.startsWith("scheduled-ops.yml enqueue"))!;
    const env = {
      SUPABASE_URL: `http://127.0.0.1:${server.addr.port}`,
      SUPABASE_SERVICE_ROLE_KEY: "sb_secret_of_a_test",
      DRY: "false",
    };
    try {
      const { code, summary } = await runStep(step, top, env);
      assert.deepEqual([code, summary], [0, '{"run_id":"r"}']);
      status = 403;
      assert.notEqual((await runStep(step, top, env)).code, 0);
    } finally {
      await server.shutdown();
    }
    assert.equal(asked[0], 'POST /functions/v1/schedule/weekly sb_secret_of_a_test {"dry": false}');
  },
});

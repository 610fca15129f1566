import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { callModels } from "../llm/package_case.ts";
import { type Engine, startEngine } from "./cases/engine.ts";
import { findBun, run, unpackIntoProject } from "./cases/package.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

Deno.test(
  "the packed worker library",
  { sanitizeOps: false, sanitizeResources: false },
  async (t) => {
    const project = await Deno.makeTempDir({ prefix: "cogo-package-" });
    await unpackIntoProject(root, project);
    const engine = await startEngine();
    try {
      await t.step(
        "its declarations type a strict project, and refuse a payload used against its schema",
        async () => {
          const code = await Deno.readTextFile(`${project}/typed_worker.ts`);
          const wrong = code.replace("words.toFixed(0)", "words.trim()");
          await Deno.writeTextFile(`${project}/wrong.ts`, wrong);
          const options =
            "--noEmit --strict --pretty false --module nodenext --target es2022 --types node";
          const files = ["typed_worker.ts", "order_workflow.ts", "llm_worker.ts", "wrong.ts"];
          const compile = run(
            `${root}node_modules/.bin/tsc`,
            [...options.split(" "), ...files],
            project,
          );
          const told = await compile.then(() => "", (error: Error) => error.message);
          const errors = told.split("\n").filter((line) => line.includes("error TS"));
          assert.equal(errors.length, 1, told);
          assert.match(errors[0]!, /^wrong\.ts\(.*Property 'trim' does not exist on type 'number'/);
        },
      );
      await t.step("the example works on Node", () => runExample(engine, project, "node", []));
      await t.step(
        "the example works on Deno",
        () =>
          runExample(engine, project, Deno.execPath(), ["run", "-A", "--node-modules-dir=manual"]),
      );
      await t.step("a workflow is written on Node as in the source", async () => {
        const code = 'import { defineWorkflow as d, job } from "cogo-agent-core/workflows";' +
          'console.log(JSON.stringify(d("a.b").step("c", job("d.e"), ({ input: { f } }) => ({ f }))))';
        const output = await run("node", ["--input-type=module", "--eval", code], project);
        const [step] = JSON.parse(output).steps;
        assert.deepEqual(step, { name: "c", type: "d.e", input: { f: { $ref: "input.f" } } });
      });
      const denoRun = ["run", "-A", "--node-modules-dir=manual"];
      await t.step(
        "models are called on Node",
        () => callModels(project, (args) => run("node", args, project)),
      );
      await t.step(
        "models are called on Deno",
        () => callModels(project, (args) => run(Deno.execPath(), [...denoRun, ...args], project)),
      );
      const bun = await findBun(root);
      if (!bun) {
        console.log("    SKIPPED: the example on Bun; npm could not bring bun here");
      }
      await t.step({
        name: "the example works on Bun",
        ignore: !bun,
        fn: () => runExample(engine, project, bun!, ["run"]),
      });
      await t.step({
        name: "models are called on Bun",
        ignore: !bun,
        fn: () => callModels(project, (args) => run(bun!, ["run", ...args], project)),
      });
      await t.step("the engine's invariants hold", async () => {
        assert.deepEqual(await engine.sql("select * from cogo.verify()"), []);
      });
    } finally {
      await engine.close();
      await Deno.remove(project, { recursive: true });
    }
  },
);

async function runExample(
  engine: Engine,
  project: string,
  program: string,
  options: string[],
): Promise<void> {
  const [id] = await engine.enqueue([
    { type: "example.split", payload: { text: "one two\nthree four five\n\nsix" } },
  ]);
  const output = await run(program, [...options, "worker.js", "--once"], project, {
    SUPABASE_URL: engine.url,
    SUPABASE_SERVICE_ROLE_KEY: engine.key,
  });
  const stats = JSON.parse(output.trim().split("\n").at(-1)!);
  assert.deepEqual([stats.succeeded, stats.dead_lettered, stats.idle], [4, 1, true]);
  assert.deepEqual((await engine.job(id!)).result, { lines: 4 });
}

import assert from "node:assert/strict";
import { basename } from "@std/path";
import { fileURLToPath } from "node:url";
import type { CallError } from "../../functions/_shared/worker/transport.ts";
import { migratedData, openImage } from "../db/serve_pglite.ts";
import { bundledFiles } from "./bundled_files.ts";
import { importCatalogue, type ImportReport } from "./import_catalogue.ts";
import { openProject } from "./project.ts";
import { readOptions } from "./options.ts";
import { tell } from "./tell.ts";

const fixture = (name: string) =>
  Deno.readTextFile(new URL(`fixtures/${name}.json`, import.meta.url));

const counts = (report: ImportReport) => [
  report.providers_added,
  report.models_added,
  report.models_changed,
  report.prices_added,
  report.prices_changed,
];

Deno.test("the catalogue and public lists reach the database", async (test) => {
  const image = await openImage(await migratedData());
  const url = await image.serve();
  const { call, close } = openProject({ url });
  const add = (text: string, options = {}) =>
    importCatalogue(call, { text, name: "test", provider: "deepseek" }, options);
  try {
    await test.step("every bundled file comes in whole, and twice changes nothing", async () => {
      for (const file of await bundledFiles()) {
        const text = await Deno.readTextFile(file);
        const first = await add(text);
        assert.ok(first.models_added > 0 && first.models_added === first.models, basename(file));
        assert.equal(first.prices_added + first.unknown_prices, first.models, basename(file));
        assert.deepEqual((await add(text)).changes, [], basename(file));
      }
    });

    await test.step("a price list prices what is known and leaves the rest of it", async () => {
      const list = JSON.parse(await fixture("models_dev"));
      list.anthropic.models["claude-sonnet-5-5"].cost.input = 3;
      list.anthropic.models["claude-sonnet-5-5"].limit.context = 1;
      const dry = await add(JSON.stringify(list), { dryRun: true });
      assert.deepEqual(counts(dry), [0, 0, 0, 0, 1]);
      const said = tell("models.dev", dry, true);
      assert.match(said, /~ price anthropic\/claude-sonnet-5-5: input_price 2 → 3/);
      assert.match(said, /provider github-copilot is not in the catalogue/);
      assert.deepEqual(counts(await add(JSON.stringify(list))), [0, 0, 0, 0, 1], "as told");
      assert.deepEqual((await add(JSON.stringify(list))).changes, []);
    });

    await test.step("what it adds waits to be enabled, unless that is asked for", async () => {
      const report = await add(await fixture("openrouter"));
      assert.deepEqual(counts(report), [0, 2, 0, 1, 0], "auto and the free one are new");
      const models = await call("list_models", { only_provider: "openrouter" }) as {
        model: string;
        enabled: boolean;
        price: { input_price: number } | null;
      }[];
      const auto = models.find(({ model }) => model === "openrouter/auto");
      assert.deepEqual([auto?.enabled, auto?.price], [false, null]);
      const twin = JSON.parse(await fixture("openrouter"));
      twin.data[0].id = "openrouter/other";
      await add(JSON.stringify(twin), { enableNew: true });
      const again = await call("list_models", {
        only_provider: "openrouter",
      }) as typeof models;
      assert.equal(again.find(({ model }) => model === "openrouter/other")?.enabled, true);
    });

    await test.step("Portkey prices by the provider's name and adds nothing", async () => {
      const report = await add(await fixture("portkey-deepseek"));
      assert.deepEqual(counts(report), [0, 0, 0, 0, 0], "the same price as in the catalogue");
      assert.deepEqual(report.skipped.map(({ name }) => name), ["deepseek/whisper-large-v3"]);
    });

    await test.step("what the database refuses changes nothing and names the row", async () => {
      const local = JSON.stringify({
        format: "cogo-catalogue/1",
        source: "mine",
        models: [
          { provider: "vllm", model: "good", context_tokens: 1 },
          { provider: "nobody", model: "bad", context_tokens: 1 },
        ],
      });
      await assert.rejects(
        add(local),
        (error: CallError) => error.message.includes("models[1] (nobody/bad).provider"),
      );
      const models = await call("list_models", { only_provider: "vllm" }) as unknown[];
      assert.equal(models.length, 1);
    });

    await test.step("the command asks SUPABASE_DB_URL before DATABASE_URL", async () => {
      const program = fileURLToPath(new URL("run.ts", import.meta.url));
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", program, "--dry-run", "--json"],
        env: {
          SUPABASE_URL: "",
          SUPABASE_DB_URL: url,
          DATABASE_URL: "postgresql://postgres@127.0.0.1:1/nobody",
        },
      }).output();
      const decoder = new TextDecoder();
      assert.equal(code, 0, decoder.decode(stderr));
      const lines = decoder.decode(stdout).trim().split("\n");
      assert.equal(lines.length, (await bundledFiles()).length);
      assert.ok(lines.every((line) => JSON.parse(line).models > 0));
    });
  } finally {
    await close();
    await image.close();
  }
});

Deno.test("the bundled catalogue is dated, and each model of it is told once", async () => {
  const models = new Set<string>();
  for (const file of await bundledFiles()) {
    const { source, models: listed } = JSON.parse(await Deno.readTextFile(file));
    assert.match(source, /^\d{4}-\d\d-\d\d: /, basename(file));
    for (const { provider, model, region } of listed) {
      const name = `${provider} ${model} ${region}`;
      assert.ok(!models.has(name), name);
      models.add(name);
    }
  }
  assert.ok(models.size >= 60, `${models.size} models`);
});

Deno.test("wrong options are told", () => {
  assert.deepEqual(readOptions(["a.json", "--format", "litellm"]).files, ["a.json"]);
  assert.throws(() => readOptions(["--format", "csv"]), /--format/);
  assert.throws(() => readOptions(["--frmat", "litellm"]), /frmat/);
});

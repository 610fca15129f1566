import assert from "@std/assert";
import { readFile } from "node:fs/promises";
import { smoke } from "../github/smoke.ts";
import { boards } from "./boards.ts";
import { fileOf, staleBoards } from "./build.ts";
import type { Panel } from "./panel.ts";
import { findPrometheus, type Prometheus, startPrometheus } from "./prometheus.ts";
import { happened, withWorkingStack, work } from "./working_stack.ts";

const prometheus = findPrometheus();
const panels = boards.flatMap(({ name, rows }) =>
  rows.flatMap((row) => row.panels.map((panel) => ({ where: `${name}: ${panel.title}`, panel })))
);

/** A query as Grafana would send it. */
const filled = (expr: string) =>
  expr.replaceAll(/\$__(rate_interval|range)/g, "1m").replaceAll("$executor", ".*");

async function emptyPanels(server: Prometheus): Promise<string[]> {
  const answers = await Promise.all(panels.map(async ({ where, panel }) => {
    const lines = await Promise.all(panel.queries.map(({ expr }) => server.query(filled(expr))));
    return { where, panel, has: lines.flat().some(({ value }) => Number.isFinite(value)) };
  }));
  const isDue = ({ needs }: Panel) => needs === undefined || happened.includes(needs);
  return answers.filter(({ panel, has }) => isDue(panel) && !has).map(({ where }) => where);
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

Deno.test("grafana: the committed dashboards are what their source writes", async () => {
  assert.deepEqual((await staleBoards()).map(({ name }) => name), [], "npm run build:grafana");
});

Deno.test("grafana: each dashboard names its data source by a variable and fits 24 columns", async () => {
  for (const board of boards) {
    const file = JSON.parse(await readFile(fileOf(board), "utf8"));
    const ids = file.panels.map(({ id }: { id: number }) => id);
    assert.deepEqual(ids, [...new Set(ids)], `${board.name}: each panel has an id of its own`);
    for (const { title, type, gridPos, datasource, description, targets = [] } of file.panels) {
      if (type === "row") continue;
      assert.ok(gridPos.x + gridPos.w <= 24, title);
      assert.ok(description.length > 10 && targets.length > 0, title);
      for (const source of [{ datasource }, ...targets]) {
        assert.equal(source.datasource.uid, "${datasource}", title);
      }
    }
  }
});

Deno.test("grafana: panels that may stay empty in a test wait for an alert or a broken provider", () => {
  const rare = panels.map(({ panel }) => panel.needs ?? "").filter((needs) => needs !== "")
    .filter((needs) => !happened.includes(needs));
  const known = ["a breaker that opened", "an alert that fires"];
  assert.deepEqual([...new Set(rare)].sort(), known);
});

Deno.test({
  name: prometheus === undefined
    ? "grafana: panels were not asked of a Prometheus: none here (Debian's package prometheus)"
    : "grafana: a Prometheus that scrapes the stack answers every panel, and the stack passes the smoke test",
  ignore: prometheus === undefined,
  fn: () =>
    withWorkingStack(async (stack) => {
      await work(stack);
      const server = await startPrometheus(prometheus!, `${stack.file.url}/metrics`, 2000);
      try {
        const answers = await smoke(stack.file.url, stack.file.secret_key, 0);
        assert.deepEqual(answers.filter(({ ok }) => !ok), []);
        assert.deepEqual(await server.query("cogo_no_such_series"), []);
        await assert.rejects(server.query("sum(cogo_health"), /parse error/);
        let empty = ["nothing asked yet"];
        for (const end = Date.now() + 90_000; empty.length > 0 && Date.now() < end;) {
          await work(stack);
          await pause(2000);
          empty = await emptyPanels(server);
        }
        assert.deepEqual(empty, []);
      } finally {
        await server.stop();
      }
    }),
});

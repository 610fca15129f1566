import { join } from "@std/path";
import { z } from "zod";
import { makeFigures } from "./figures.ts";
import { type Bounds, judge } from "./gates.ts";
import type { RouterCall } from "./project.ts";
import { type Options, sinceWhen } from "./options.ts";
import { findPolicies } from "./policies.ts";
import { readRewards, readRows } from "./read_rows.ts";
import { reportPage } from "./report_html.ts";
import { overall, type Report, type ReportGate } from "./report.ts";

const models = z.array(
  z.object({ model_id: z.number(), provider: z.string(), model: z.string(), region: z.string() }),
);

/** Names of models by id. */
async function readNames(call: RouterCall): Promise<ReadonlyMap<number, string>> {
  const all = models.parse(await call("list_models", {}));
  const isTwice = new Set<string>();
  const seen = new Set<string>();
  for (const { provider, model } of all) {
    const name = `${provider}/${model}`;
    (seen.has(name) ? isTwice : seen).add(name);
  }
  return new Map(all.map(({ model_id, provider, model, region }) => {
    const name = `${provider}/${model}`;
    return [model_id, isTwice.has(name) ? `${name} ${region}` : name];
  }));
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A comparison, and where its pages lie. */
export interface Compared {
  readonly report: Report;
  readonly files: { readonly html: string; readonly json: string };
  /** Null where nothing was stored. */
  readonly stored: { readonly report_id: number; readonly passed: boolean } | null;
}

const recorded = z.object({ report_id: z.number(), passed: z.boolean() });

/**
 * Compares two policies over logged decisions, writes the pages and stores the report.
 * @throws UsageError where it is not clear which policies are meant
 * @throws CallError policy_not_found (404), policy_state (409), or the project is out of reach
 */
export async function compareLogged(
  call: RouterCall,
  options: Options,
  told: (count: number) => void = () => {},
): Promise<Compared> {
  const [v1, v2] = await findPolicies(call, options);
  const ids = { v1: v1.policy_id, v2: v2.policy_id };
  const at = new Date();
  const since = sinceWhen(options.since, at);
  const rewards = options.rewards === undefined
    ? undefined
    : readRewards(await Deno.readTextFile(options.rewards));
  const rows = await readRows(call, { ...ids, since, max: options.max }, told);
  const bounds: Bounds = {
    costRatio: options["cost-ratio"],
    qualityMargin: options["quality-margin"],
    latencyMargin: options["latency-margin"],
  };
  const gates = judge(rows, ids, bounds, rewards);
  const report: Report = {
    kind: "router-compare/1",
    at: at.toISOString(),
    v1,
    v2,
    since: since.toISOString(),
    decisions: rows.length,
    bounds,
    gates,
    verdict: overall(Object.values(gates)),
    figures: makeFigures(rows, ids, await readNames(call), rewards),
  };

  await Deno.mkdir(options.out, { recursive: true });
  const base = join(options.out, `policy-${ids.v1}-${ids.v2}`);
  const files = { html: `${base}.html`, json: `${base}.json` };
  const page = reportPage(report);
  await Deno.writeTextFile(files.html, page);
  const last: ReportGate = { passed: true, verdict: "passed", html_sha256: await sha256(page) };
  const all = { ...gates, report: last };
  const stored = options["no-store"] ? null : recorded.parse(
    await call("record_router_report", {
      policy_v1: ids.v1,
      policy_v2: ids.v2,
      gates: all,
      body: report,
    }),
  );
  await Deno.writeTextFile(files.json, JSON.stringify({ ...report, gates: all, stored }, null, 2));
  return { report, files, stored };
}

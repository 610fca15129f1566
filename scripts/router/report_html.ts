import type { LiveReport } from "./live_report.ts";
import { figure, key, page } from "./page.ts";
import { escapeText, intervalPlot, pairPlot } from "./plots.ts";
import type { Policy } from "./policies.ts";
import { weightPlot } from "./weight_plot.ts";
import { dollars, gateLines, type Report } from "./report.ts";

function policyName({ policy_id, name, version, algorithm, state }: Policy): string {
  return escapeText(`${name}/${version} (policy ${policy_id}, algorithm ${algorithm}, ${state})`);
}

const moment = (iso: string) => escapeText(iso.replace(/:\d\d\.\d+Z$/, " UTC").replace("T", " "));

/** The report as one page that needs nothing else: no script, no font, no address. */
export function reportPage(report: Report): string {
  const { gates, figures, bounds } = report;
  const { quality, latency } = gates.quality;
  const rows = (
    of: { snips: typeof quality.difference.snips; dr: typeof quality.difference.dr },
  ) => [
    { name: "SNIPS", interval: of.snips },
    { name: "doubly robust", interval: of.dr },
  ];
  const written = ["report", "passed", "This page and the JSON beside it"] as const;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return page(
    "Routing policies compared",
    report.verdict,
    [
      `v1 serves: ${policyName(report.v1)}<br>v2 shall: ${policyName(report.v2)}`,
      `${report.decisions} decisions since ${moment(report.since)}; made ${moment(report.at)}`,
    ],
    [...gateLines(gates), written],
    report.decisions === 0 ? [] : [
      figure(
        "Quality, v2 − v1",
        "95 % intervals by conversation. Right is better.",
        intervalPlot("Quality, v2 − v1", rows(quality.difference), -bounds.qualityMargin, 0),
      ),
      figure(
        "Latency, v2 / v1",
        "95 % intervals by conversation. Left is better.",
        intervalPlot("Latency, v2 / v1", rows(latency.ratio), 1 + bounds.latencyMargin, 1),
      ),
      figure(
        "Cost of a request",
        "Expected, by task and size (number of contexts); the same tokens for both.",
        key,
        pairPlot("Cost of a request by bucket", figures.costs, dollars),
      ),
      figure(
        "Who is chosen",
        "Share of all choices.",
        key,
        pairPlot("Share of choices by model", figures.models, percent),
      ),
      figure(
        "How much each decision says of v2",
        "Decisions by weight: how much likelier v2 makes the logged choice. Cut at 50. " +
          `Effective sample: ${percent(quality.v2.effective)}.`,
        weightPlot("Decisions by weight", figures.weights),
      ),
    ],
  );
}

/** A live comparison as a page. */
export function livePage(report: LiveReport): string {
  const [v1, v2] = report.urls.map(escapeText);
  const cards = Object.entries(report.gates).map(([name, { verdict, told, examples }]) =>
    [name, verdict, [told, ...examples].join("; ")] as const
  );
  return page(
    "Live routers compared",
    report.verdict,
    [`v1: ${v1}<br>v2: ${v2}`, `${report.requests} requests; made ${moment(report.at)}`],
    [...cards, ["report", "passed", "This page and the JSON beside it"]],
    [
      figure(
        "Time of a call",
        "Milliseconds, over HTTP.",
        key,
        pairPlot("Time of a call", report.calls, (ms) => `${ms.toFixed(1)} ms`),
      ),
      figure(
        "Estimate of a request",
        "By size; what the budget holds.",
        key,
        pairPlot("Estimate of a request", report.costs, dollars),
      ),
    ],
  );
}

import { escapeText, intervalPlot, pairPlot, weightPlot } from "./plots.ts";
import type { Policy } from "./policies.ts";
import { dollars, gateLines, type Report } from "./report.ts";

const style = `
:root { color-scheme: light dark; --page: #fbfbfa; --card: #fff; --text: #1f2430; --soft: #5d6675;
  --line: #dfe2e8; --v1: #8a94a6; --v2: #2f6fb5; --good: #1f7a4d; --bad: #b3362b; --none: #8a6100 }
@media (prefers-color-scheme: dark) { :root { --page: #14171c; --card: #1c2027; --text: #e6e9ee;
  --soft: #a2abb9; --line: #333a45; --v1: #8390a3; --v2: #6aa9ec; --good: #5cc48f; --bad: #ff8a7a; --none: #e2b04a } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 720px; padding: 32px 20px 64px; background: var(--page);
  color: var(--text); font: 16px/1.5 system-ui, sans-serif }
h1 { font-size: 26px; margin: 0 } h2 { font-size: 18px; margin: 40px 0 4px }
p { margin: 4px 0; color: var(--soft) } .big { font-weight: 600 }
ol { list-style: none; margin: 24px 0 0; padding: 0 }
li { background: var(--card); border: 1px solid var(--line); border-left-width: 5px; border-radius: 8px;
  margin: 8px 0; padding: 10px 14px; overflow-wrap: anywhere }
li b { text-transform: capitalize } li span { float: right; font-weight: 600 }
.passed { border-left-color: var(--good) } .failed { border-left-color: var(--bad) } .none { border-left-color: var(--none) }
.passed span, .is-passed { color: var(--good) } .failed span, .is-failed { color: var(--bad) } .none span, .is-none { color: var(--none) }
svg { width: 100%; height: auto; display: block; margin-top: 12px }
svg text { fill: var(--text); font: 13px system-ui, sans-serif } svg .small { fill: var(--soft); font-size: 12px }
rect.v1 { fill: var(--v1) } rect.v2, circle.v2 { fill: var(--v2) } svg .bad { fill: var(--bad) }
line.range { stroke: var(--v2); stroke-width: 3 } line.even { stroke: var(--line); stroke-width: 2 }
line.allowed { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 5 4 }
.key i { display: inline-block; width: 12px; height: 12px; border-radius: 2px; margin: 0 4px 0 12px }
`;

const words = { passed: "passed", failed: "failed", none: "no verdict" } as const;
const key = `<p class="key"><i style="background:var(--v1)"></i>v1<i style="background:var(--v2)"></i>v2</p>`;

function policyName({ policy_id, name, version, algorithm, state }: Policy): string {
  return escapeText(`${name}/${version} (policy ${policy_id}, algorithm ${algorithm}, ${state})`);
}

function figure(title: string, about: string, ...parts: string[]): string {
  return `<section><h2>${title}</h2><p>${about}</p>${parts.join("")}</section>`;
}

/** The report as one page that needs nothing else: no script, no font, no address. */
export function reportPage(report: Report): string {
  const { gates, figures, bounds } = report;
  const { quality, latency } = gates.quality;
  const rows = (of: { snips: typeof quality.difference.snips; dr: typeof quality.difference.dr }) => [
    { name: "SNIPS", interval: of.snips },
    { name: "doubly robust", interval: of.dr },
  ];
  const cards = [
    ...gateLines(gates),
    ["report", "passed", "This page and the JSON beside it"] as const,
  ].map(([name, verdict, sentence], place) =>
    `<li class="${verdict}"><span>${words[verdict]}</span><b>${place + 1} ${name}</b><br>${
      escapeText(sentence)
    }</li>`
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Routing: policy ${report.v1.policy_id} and ${report.v2.policy_id}</title><style>${style}</style>
<h1>Routing policies compared: <span class="is-${report.verdict}">${words[report.verdict]}</span></h1>
<p>v1 serves: ${policyName(report.v1)}<br>v2 shall: ${policyName(report.v2)}</p>
<p>${report.decisions} decisions since ${escapeText(report.since)}; made ${escapeText(report.at)}</p>
<ol>${cards.join("")}</ol>
${
    figure(
      "Quality, v2 − v1",
      "95 % intervals by conversation. Right is better.",
      intervalPlot("Quality, v2 − v1", rows(quality.difference), -bounds.qualityMargin, 0),
    )
  }${
    figure(
      "Latency, v2 / v1",
      "95 % intervals by conversation. Left is better.",
      intervalPlot("Latency, v2 / v1", rows(latency.ratio), 1 + bounds.latencyMargin, 1),
    )
  }${
    figure(
      "Cost of a request",
      "Expected, by task and size (number of contexts); the same tokens for both.",
      key,
      pairPlot("Cost of a request by bucket", figures.costs, dollars),
    )
  }${
    figure(
      "Who is chosen",
      "Share of all choices.",
      key,
      pairPlot("Share of choices by model", figures.models, (share) => `${(share * 100).toFixed(1)} %`),
    )
  }${
    figure(
      "How much each decision says of v2",
      `Decisions by weight: how much likelier v2 makes the logged choice. Cut at 50. Effective sample: ${
        (quality.v2.effective * 100).toFixed(1)
      } %.`,
      weightPlot("Decisions by weight", figures.weights),
    )
  }
</html>
`;
}

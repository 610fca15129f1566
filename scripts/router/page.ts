import { escapeText } from "./plots.ts";
import type { Verdict } from "./judge.ts";

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
section { overflow-x: auto }
svg { width: 100%; min-width: 520px; height: auto; display: block; margin-top: 12px }
svg text { fill: var(--text); font: 13px system-ui, sans-serif } svg .small { fill: var(--soft); font-size: 12px }
rect.v1 { fill: var(--v1) } rect.v2, circle.v2 { fill: var(--v2) } svg .bad { fill: var(--bad) }
line.range { stroke: var(--v2); stroke-width: 3 } line.even { stroke: var(--line); stroke-width: 2 }
line.allowed { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 5 4 }
.key i { display: inline-block; width: 12px; height: 12px; border-radius: 2px; margin: 0 4px 0 12px }
`;

/** Verdicts to people. */
export const words = { passed: "passed", failed: "failed", none: "no verdict" } as const;
/** Which colour is whose. */
export const key =
  `<p class="key"><i style="background:var(--v1)"></i>v1<i style="background:var(--v2)"></i>v2</p>`;

/** A picture with its title. */
export function figure(title: string, about: string, ...parts: string[]): string {
  return `<section><h2>${title}</h2><p>${about}</p>${parts.join("")}</section>`;
}

/** One gate as `[name, verdict, sentence]`. */
export type Card = readonly [name: string, verdict: Verdict, sentence: string];

/** A page that needs nothing else: no script, no font, no address. `about` and `sections` are HTML. */
export function page(
  title: string,
  verdict: Verdict,
  about: readonly string[],
  gates: readonly Card[],
  sections: readonly string[],
): string {
  const cards = gates.map(([name, verdict, sentence], place) =>
    `<li class="${verdict}"><span>${words[verdict]}</span><b>${place + 1} ${name}</b><br>${
      escapeText(sentence)
    }</li>`
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title><style>${style}</style></head><body>
<h1>${escapeText(title)}: <span class="is-${verdict}">${words[verdict]}</span></h1>
${about.map((line) => `<p>${line}</p>`).join("\n")}
<ol>${cards.join("\n")}</ol>
${sections.join("\n")}
</body></html>
`;
}

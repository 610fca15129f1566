import { h, pill, table } from "../shared/dom.js";
import { count, plural } from "../shared/format.js";
import { verdictPill } from "../shared/states.js";
import { artifactLink } from "./artifact.js";

/** What of the recent runs the fixes show: the newest eight, each with its run's target. */
export const fixesData = ({ runs }) =>
  runs.flatMap(({ target, created_at, fixes = [] }) =>
    fixes.map((fix) => ({ ...fix, target, created_at }))
  ).slice(0, 8);

const results = { fixed: "good", not_enough: "warn", worse: "bad" };

/** What the fix's own gate said on one side; the whole run's verdict where no gate is told. */
const verdictOf = (side, gate) =>
  verdictPill(side?.gates?.find((one) => one.gate === gate)?.verdict ?? side?.verdict ?? "skipped");

function artifacts({ diff, artifacts = [] }) {
  const all = [diff, ...artifacts].filter(Boolean);
  const once = [...new Map(all.map((one) => [one.name, one])).values()];
  return once.flatMap((one) => [artifactLink(one), " "]);
}

/** What fixers changed in the last runs, what the gates said before and after, and the files. */
export function drawFixes(fixes) {
  if (fixes.length === 0) {
    return [
      h("p", {}, "No fixer has changed anything yet."),
      h(
        "p",
        { class: "quiet" },
        "A quality run applies formatters and eslint --fix where a gate fails, and shows here what they did.",
      ),
    ];
  }
  return table("Recent gate fixes", [
    { title: "Fixer", head: true, cell: (fix) => fix.fixer },
    {
      title: "Target",
      class: "words",
      cell: ({ target }) => target === "." ? "this checkout" : target,
    },
    {
      title: "Changed",
      class: "whole",
      cell: (fix) => [
        plural(fix.files_changed, "file"),
        " ",
        h("span", { class: "plus" }, `+${count(fix.lines_added)}`),
        " ",
        h("span", { class: "minus" }, `−${count(fix.lines_removed)}`),
      ],
    },
    {
      title: "Gate",
      class: "whole",
      cell: (fix) =>
        [
          `${fix.gate} `,
          verdictOf(fix.before, fix.gate),
          " → ",
          verdictOf(fix.after, fix.gate),
          fix.applies === false && pill("warn", "does not apply"),
        ].filter(Boolean),
    },
    {
      title: "Result",
      cell: ({ result }) =>
        result ? pill(results[result] ?? "idle", result.replaceAll("_", " ")) : "–",
    },
    { title: "Artifacts", class: "words", cell: artifacts },
  ], fixes);
}

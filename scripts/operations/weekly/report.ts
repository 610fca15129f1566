import type { Message } from "../../../functions/_shared/notifications/notification.ts";
import { defaultBounds } from "../../quality/ci/judge.ts";
import { duration, factsOf, percent } from "./facts.ts";
import type { WeeklyFigures } from "./figures.ts";

/** The gates of the plan, by which CI judges too: beyond them a week is not well. */
const { minPassPct, maxFailPct, maxWaitMs } = defaultBounds;

/** Which report it is. */
export interface ReportOf {
  /** Such as 2026-W48. */
  readonly week: string;
  readonly target: string;
  /** Address of the project, which links are relative to. */
  readonly base: string;
  readonly at: Date;
}

/** The weekly report as a message: a warning where a gate of the plan is missed or an alert fires. */
export function weeklyReport(figures: WeeklyFigures, about: ReportOf): Message {
  const { summary, alerts } = figures;
  const { runs } = figures.gates;
  const firing = alerts?.alerts.filter(({ state }) => state === "firing") ?? [];
  const missed = [
    runs.pass_rate != null && runs.pass_rate * 100 < minPassPct &&
    `pass rate ${percent(runs.pass_rate)} is below ${minPassPct} %`,
    summary.failure_rate != null && summary.failure_rate * 100 > maxFailPct &&
    `fail rate ${percent(summary.failure_rate)} is over ${maxFailPct} %`,
    (summary.finished.wait_ms?.p90 ?? 0) > maxWaitMs &&
    `wait p90 ${duration(summary.finished.wait_ms?.p90)} is over ${duration(maxWaitMs)}`,
    firing.length > 0 && `${firing.length} alerts fire`,
  ].filter((one) => one !== false);
  const lines = [
    missed.length === 0 ? "All gates of the plan are met." : `Look at: ${missed.join("; ")}.`,
    ...(summary.window.is_capped ? ["Figures of jobs are of the newest part of the week."] : []),
    ...firing.map(({ slo, severity, since, message }) =>
      `Alert ${slo} (${severity ?? "unknown"}) since ${since ?? "unknown"}: ${message ?? ""}`
    ),
    ...fixesOf(figures).map(({ line }) => line),
  ];
  return {
    title: `Week ${about.week} of ${about.target}: ${
      missed.length === 0 ? "well" : "needs a look"
    }`,
    severity: missed.length === 0 ? "info" : "warning",
    text: lines.join("\n"),
    facts: factsOf(figures),
    links: linksOf(figures, about.base),
    at: about.at.toISOString(),
    thread: `weekly:${about.target}`.slice(0, 200),
  };
}

/** Fixes of the newest runs, told in a line each. */
function fixesOf({ recent }: WeeklyFigures) {
  return recent.runs.flatMap(({ target, fixes }) => fixes.map((fix) => ({ target, fix }))).slice(
    0,
    10,
  )
    .map(({ target, fix }) => ({
      fix,
      line: `gate_fix ${fix.fixer} on ${target}: ${fix.gate} ${fix.before?.verdict ?? "?"} → ${
        fix.after?.verdict ?? "?"
      }, +${fix.lines_added ?? 0} −${fix.lines_removed ?? 0} in ${fix.files_changed ?? 0} files`,
    }));
}

/** The dashboard, and what the newest fixes left: the diff first, at most 20 links. */
function linksOf(figures: WeeklyFigures, base: string) {
  const links = [{ title: "Dashboard", url: new URL("/dashboard/local", base).href }];
  for (const { fix } of fixesOf(figures)) {
    const files = [fix.diff, ...fix.artifacts.filter(({ name }) => name !== fix.diff?.name)];
    for (const file of files) {
      if (!file?.url) continue;
      links.push({ title: `${fix.fixer}: ${file.name}`, url: new URL(file.url, base).href });
    }
  }
  return links.filter(({ url }) => url.length <= 2000).slice(0, 20);
}

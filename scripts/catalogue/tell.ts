import type { ImportReport } from "./import_catalogue.ts";

const shown = 40;

/** 3000000000 → `3`; prices are dollars per million tokens to people. */
function dollars(value: unknown): string {
  return typeof value === "number" ? String(value / 1e9) : JSON.stringify(value);
}

function changeLine(
  { what, provider, model, region, before, after }: ImportReport["changes"][number],
) {
  const place = region === undefined || region === "global" ? "" : ` (${region})`;
  const name = model === undefined ? provider : `${provider}/${model}${place}`;
  if (before === null && what !== "price") return `  + ${what} ${name}`;
  const fields = Object.keys(after)
    .filter((field) => JSON.stringify(before?.[field] ?? null) !== JSON.stringify(after[field]))
    .filter((field) => before !== null || /_price$/.test(field) && after[field] !== 0);
  const told = fields.map((field) => {
    const show = what === "price" ? dollars : JSON.stringify;
    const now = show(after[field]);
    return before === null ? `${field} ${now}` : `${field} ${show(before[field] ?? null)} → ${now}`;
  });
  return `  ${before === null ? "+" : "~"} ${what} ${name}: ${told.join(", ")}`;
}

/** The reasons, each once, with how many there are and the first few names. */
function skippedLines(skipped: ImportReport["skipped"]): string[] {
  const byReason = Map.groupBy(skipped, ({ reason }) => reason);
  return [...byReason].sort(([, a], [, b]) => b.length - a.length).slice(0, 10)
    .map(([reason, of]) => {
      const names = of.slice(0, 3).map(({ name }) => name).join(", ");
      return `  left out ${of.length}: ${reason} (${names}${of.length > 3 ? ", …" : ""})`;
    });
}

/** What an import did, for people: counts, then what it changed; a dry run tells additions too. */
export function tell(name: string, report: ImportReport, dryRun: boolean): string {
  const { skipped } = report;
  const changes = report.changes.filter(({ before }) => dryRun || before !== null);
  const kinds = (["providers", "models", "prices"] as const).map((kind) =>
    `${kind} +${report[`${kind}_added`]} ~${report[`${kind}_changed`]}`
  );
  const head = `${name} (${report.format}): ${dryRun ? "would change " : ""}${kinds.join(", ")}; ` +
    `${report.models} models read, ${report.unknown_prices} without a price`;
  return [
    head,
    ...changes.slice(0, shown).map(changeLine),
    ...(changes.length > shown
      ? [`  … and ${changes.length - shown} more (--json lists all)`]
      : []),
    ...skippedLines(skipped),
  ].join("\n");
}

/** One sample of a series: its labels and its value. */
export interface Sample {
  labels?: Record<string, string | number>;
  value: number;
}

/** A family of series under one name, in the base units of Prometheus (seconds, ratios 0 to 1). */
export interface Family {
  name: string;
  help: string;
  type: "counter" | "gauge";
  samples: Sample[];
}

const nameRule = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const labelRule = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

const escapeHelp = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
const escapeLabel = (text: string) => escapeHelp(text).replaceAll('"', '\\"');

function numberText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (value === Infinity) return "+Inf";
  return value === -Infinity ? "-Inf" : String(value);
}

function labelsText(labels: Record<string, string | number>): string {
  const pairs = Object.entries(labels).map(([name, value]) => {
    if (!labelRule.test(name)) throw new TypeError(`${name} is not a label name`);
    return `${name}="${escapeLabel(String(value))}"`;
  });
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}

/**
 * Writes families in the Prometheus text format 0.0.4. Families without samples are left out.
 * @throws TypeError for a name or label the format does not allow, or a counter not called _total
 */
export function exposition(families: Family[]): string {
  const lines: string[] = [];
  for (const { name, help, type, samples } of families) {
    if (!nameRule.test(name)) throw new TypeError(`${name} is not a metric name`);
    if (type === "counter" && !name.endsWith("_total")) {
      throw new TypeError(`${name} is a counter and must end in _total`);
    }
    if (samples.length === 0) continue;
    lines.push(`# HELP ${name} ${escapeHelp(help)}`, `# TYPE ${name} ${type}`);
    for (const { labels = {}, value } of samples) {
      lines.push(`${name}${labelsText(labels)} ${numberText(value)}`);
    }
  }
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

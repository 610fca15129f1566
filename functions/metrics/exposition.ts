/** One sample of a series: its labels and its value. */
export interface Sample {
  labels?: Record<string, string | number>;
  value: number;
}

/** One series of a histogram. `buckets` counts what was within each limit and not within the one before. */
export interface Histogram {
  labels?: Record<string, string | number>;
  buckets: readonly number[];
  sum: number;
}

interface Named {
  name: string;
  help: string;
}

/** A family of series under one name, in the base units of Prometheus (seconds, ratios 0 to 1). */
export type Family =
  | Named & { type: "counter" | "gauge"; samples: Sample[] }
  | Named & { type: "histogram"; limits: readonly number[]; samples: Histogram[] };

/** `text` is the Prometheus text format 0.0.4, `openmetrics` OpenMetrics 1.0. */
export type Format = "text" | "openmetrics";

/** The media type of each format. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  text: "text/plain; version=0.0.4; charset=utf-8",
  openmetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8",
};

const nameRule = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const labelRule = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const units = ["seconds", "ratio", "dollars"];

const escapeText = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
const escapeLabel = (text: string) => escapeText(text).replaceAll('"', '\\"');
// OpenMetrics escapes quotes in help as well; the text format does not.
const escapeHelp = (text: string, format: Format) =>
  format === "openmetrics" ? escapeLabel(text) : escapeText(text);

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

/** Limits are written alike in both formats, so that series keep their labels. */
const limitText = (limit: number) => Number.isInteger(limit) ? `${limit}.0` : numberText(limit);

function histogramLines(name: string, limits: readonly number[], sample: Histogram): string[] {
  const { labels = {}, buckets, sum } = sample;
  let within = 0;
  const lines = buckets.map((many, place) => {
    within += many;
    const limit = limits[place];
    const le = limit === undefined ? "+Inf" : limitText(limit);
    return `${name}_bucket${labelsText({ ...labels, le })} ${within}`;
  });
  const own = labelsText(labels);
  return [...lines, `${name}_sum${own} ${numberText(sum)}`, `${name}_count${own} ${within}`];
}

function headLines({ name, help, type }: Family, format: Format): string[] {
  // OpenMetrics names a counter's family without the suffix that its samples have.
  const family = format === "openmetrics" && type === "counter"
    ? name.replace(/_total$/, "")
    : name;
  const unit = units.find((each) => family.endsWith(`_${each}`));
  return [
    `# HELP ${family} ${escapeHelp(help, format)}`,
    `# TYPE ${family} ${type}`,
    ...(format === "openmetrics" && unit ? [`# UNIT ${family} ${unit}`] : []),
  ];
}

/**
 * Writes families in a format of Prometheus. Families without samples are left out.
 * @throws TypeError for a name or label the format does not allow, or a counter not called _total
 */
export function exposition(families: Family[], format: Format = "text"): string {
  const lines: string[] = [];
  for (const family of families) {
    const { name, type } = family;
    if (!nameRule.test(name)) throw new TypeError(`${name} is not a metric name`);
    if (type === "counter" && !name.endsWith("_total")) {
      throw new TypeError(`${name} is a counter and must end in _total`);
    }
    if (family.samples.length === 0) continue;
    lines.push(...headLines(family, format));
    if (family.type === "histogram") {
      const { limits, samples } = family;
      for (const sample of samples) lines.push(...histogramLines(name, limits, sample));
    } else {
      for (const { labels = {}, value } of family.samples) {
        lines.push(`${name}${labelsText(labels)} ${numberText(value)}`);
      }
    }
  }
  if (format === "openmetrics") lines.push("# EOF");
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

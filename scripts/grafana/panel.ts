/** A query of a panel, and what its lines are called. */
export interface Query {
  readonly expr: string;
  readonly legend?: string;
}

/** A panel, without what Grafana needs besides. */
export interface Panel {
  readonly title: string;
  /** What it means and when to worry; shown behind the i. */
  readonly about: string;
  readonly kind: "lines" | "bars" | "number" | "table";
  /** Grafana's name: s, percentunit, currencyUSD, short, ops, reqps. */
  readonly unit: string;
  readonly queries: readonly Query[];
  /** Out of 24; default 12, numbers 4. */
  readonly width?: number;
  /** From here on it is red; numbers only. */
  readonly redFrom?: number;
  /** Below this it is red; numbers only. */
  readonly redBelow?: number;
  /** What must have happened before it shows anything; without it, any working engine fills it. */
  readonly needs?: string;
}

const made = (kind: Panel["kind"]) =>
(
  title: string,
  unit: string,
  about: string,
  more: Omit<Panel, "title" | "unit" | "about" | "kind">,
): Panel => ({ title, unit, about, kind, ...more });

/** A panel of lines over time: its title, unit and what it means, then the rest. */
export const lines = made("lines");
/** The same, of bars. */
export const bars = made("bars");
/** The same, of one number, which may turn red. */
export const number = made("number");
/** The same, of a table of now. */
export const table = made("table");

/** Panels under a heading. */
export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** A dashboard. */
export interface Board {
  /** Its file's name, and its uid with cogo- before it. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Variables by the query that lists their values. */
  readonly variables: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

/** A quantile of a histogram by label, or of all of it. */
export function quantile(q: number, metric: string, by = "", filter = ""): string {
  const labels = by === "" ? "le" : `le, ${by}`;
  return `histogram_quantile(${q}, sum by (${labels}) (rate(${metric}_bucket${filter}[$__rate_interval])))`;
}

/** The usual three quantiles of a histogram, as three queries. */
export const quantiles = (metric: string, filter = ""): Query[] =>
  [0.5, 0.95, 0.99].map((q) => ({ expr: quantile(q, metric, "", filter), legend: `p${q * 100}` }));

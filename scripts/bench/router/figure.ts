/** A figure, with the bar it is held against where the design sets one. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "x" | "µs" | "ms" | "/s" | "%";
  /** None for figures that only explain others. */
  readonly bar?: { readonly most: number } | { readonly least: number };
}

/** Whether a figure keeps its bar; null without one. */
export function isMet({ value, bar }: Figure): boolean | null {
  if (bar === undefined) return null;
  return "most" in bar ? value <= bar.most : value >= bar.least;
}

/** A value at a share of the way through its sorted list, such as .99; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Three digits that count. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

const texts = (figure: Figure) => {
  const met = isMet(figure);
  const bar = figure.bar === undefined
    ? ""
    : "most" in figure.bar
    ? `<= ${figure.bar.most}`
    : `>= ${figure.bar.least}`;
  const unit = figure.unit === "x" ? "x" : ` ${figure.unit}`;
  return [
    figure.what,
    bar === "" ? "" : `${bar}${unit}`,
    `${rounded(figure.value).toLocaleString("en")}${unit}`,
    met === null ? "" : met ? "met" : "MISSED",
  ];
};

/** Figures as rows of text, a head first. */
export const figureRows = (figures: readonly Figure[]): string[][] => [
  ["what", "wanted", "measured", ""],
  ...figures.map(texts),
];

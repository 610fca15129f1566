import uPlot from "../vendor/uplot/uplot.js";
import { columnsOf, lineColours, optionsOf } from "./chart_options.js";
import { h, table } from "./dom.js";
import { time } from "./format.js";

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Lines of one answer of metrics_history: `[{label, points: [{at, value}]}]`. */
export function linesOf(history, labelOf = () => "") {
  const lines = history.lines ?? [history];
  return lines.map(({ labels = {}, points }) => ({ label: labelOf(labels), points }));
}

const highest = ({ points }) => Math.max(0, ...points.map(({ value }) => value ?? 0));
const last = ({ points }) => points.findLast(({ value }) => value !== null)?.value ?? null;

/** Says in words what the lines show. */
function summary(lines, format) {
  const told = lines.map((line) => {
    const words = `${format(last(line))} now, at most ${format(highest(line))}`;
    return line.label ? `${line.label}: ${words}` : words;
  });
  return told.join("; ");
}

function legend(lines, format) {
  return h(
    "ul",
    { class: "legend" },
    lines.map((line, n) =>
      h(
        "li",
        { tone: lineColours[n].slice(2) },
        h("span", { class: "swatch", "aria-hidden": "true" }),
        line.label || "now",
        h("strong", {}, format(last(line))),
      )
    ),
  );
}

/** The same figures for those who do not see the picture: the newest first. */
function figures(title, lines, format) {
  const [times, ...columns] = columnsOf(lines);
  const rows = times.map((moment, n) => ({ moment, values: columns.map((column) => column[n]) }))
    .slice(-30).reverse();
  const columnsShown = lines.map((line, n) => ({
    title: line.label || title,
    number: true,
    cell: ({ values }) => format(values[n]),
  }));
  return h(
    "details",
    {},
    h("summary", {}, "Figures"),
    table(`${title}, the newest 30`, [
      { title: "At", head: true, cell: ({ moment }) => time(moment * 1000) },
      ...columnsShown,
    ], rows),
  );
}

/**
 * Keeps a picture in its figure: as wide as its place, in the colours of the hour. It is taken down
 * with its figure, or a page that is open all day would fill up with pictures nobody sees.
 */
function keepPlot(figure, lines, format) {
  const place = figure.querySelector(".plot");
  let plot = null;
  let width = 0;

  function paint() {
    plot?.destroy();
    plot = new uPlot(optionsOf(lines, Math.max(120, width), format), columnsOf(lines), place);
  }

  const sizes = new ResizeObserver(([{ contentRect }]) => {
    if (!figure.isConnected) {
      sizes.disconnect();
      dark.removeEventListener("change", paint);
      plot?.destroy();
    } else if (Math.abs(contentRect.width - width) >= 1) {
      width = contentRect.width;
      paint();
    }
  });
  sizes.observe(figure);
  dark.addEventListener("change", paint);
}

/**
 * What a panel draws for lines over time: a picture, its words, and its figures. The deepest six
 * lines have a colour; the others stand in the figures only.
 * @param {{title: string, lines: {label: string, points: object[]}[], empty: string}} shown
 * @param {(value: number | null) => string} format
 */
export function drawChart({ title, lines, empty }, format) {
  const known = lines.filter(({ points }) => points.some(({ value }) => value !== null));
  if (known.length === 0) return h("p", { class: "quiet" }, empty);
  const deepest = known.toSorted((one, other) => highest(other) - highest(one)).slice(
    0,
    lineColours.length,
  );
  const figure = h(
    "figure",
    { class: "chart" },
    h("figcaption", { class: "unseen" }, `${title}: ${summary(deepest, format)}`),
    legend(deepest, format),
    h("div", { class: "plot", "aria-hidden": "true" }),
    figures(title, deepest, format),
  );
  keepPlot(figure, deepest, format);
  return figure;
}

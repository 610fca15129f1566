import uPlot from "../vendor/uplot/uplot.js";
import { h, table } from "./dom.js";
import { time } from "./format.js";

const most = 6;
const height = 168;
const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const lineColours = Array.from({ length: most }, (_, n) => `--line-${n + 1}`);
const charts = new WeakMap();
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Lines of one answer of metrics_history: `[{label, points: [{at, value}]}]`. */
export function linesOf(history, labelOf = () => "") {
  const lines = history.lines ?? [history];
  return lines.map(({ labels = {}, points }) => ({ label: labelOf(labels), points }));
}

/** Times (s) and one list of values per line, gaps as null: what uPlot draws. */
function columnsOf(lines) {
  const moments = new Set(
    lines.flatMap(({ points }) => points.map(({ at }) => Date.parse(at) / 1000)),
  );
  const times = [...moments].sort((one, other) => one - other);
  const place = new Map(times.map((moment, n) => [moment, n]));
  const columns = lines.map(({ points }) => {
    const values = Array(times.length).fill(null);
    for (const { at, value } of points) values[place.get(Date.parse(at) / 1000)] = value;
    return values;
  });
  return [times, ...columns];
}

const highest = ({ points }) => Math.max(0, ...points.map(({ value }) => value ?? 0));
const last = ({ points }) => points.findLast(({ value }) => value !== null)?.value ?? null;

/** Places of values that have no neighbour: no line leads to them, so they are points. */
const alone = (values) =>
  values.flatMap((value, n) =>
    value != null && values[n - 1] == null && values[n + 1] == null ? [n] : []
  );

/** Says in words what the lines show. */
function summary(lines, format) {
  const told = lines.map((line) => {
    const words = `${format(last(line))} now, at most ${format(highest(line))}`;
    return line.label ? `${line.label}: ${words}` : words;
  });
  return told.join("; ");
}

const hours = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });

/** Times of day, or days where the ticks stand days apart. */
function momentWords([first = 0, second = first + 60]) {
  const words = second - first >= 86_400 ? days : hours;
  return (tick) => words.format(new Date(tick * 1000));
}

function optionsOf(lines, width, format) {
  const font = "12px system-ui, sans-serif";
  const axis = {
    stroke: colourOf("--quiet"),
    font,
    grid: { stroke: colourOf("--line"), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 6 } },
    scales: { y: { range: (_, low, high) => [Math.min(0, low ?? 0), (high || 1) * 1.08] } },
    axes: [
      { ...axis, size: 26, space: 64, values: (_, ticks) => ticks.map(momentWords(ticks)) },
      { ...axis, size: 62, space: 34, values: (_, ticks) => ticks.map((tick) => format(tick)) },
    ],
    series: [
      {},
      ...lines.map((_, n) => ({
        stroke: colourOf(lineColours[n]),
        fill: lines.length === 1 ? colourOf("--line-fill") : undefined,
        width: 1.6,
        points: {
          show: true,
          size: 5,
          fill: colourOf(lineColours[n]),
          filter: (plot, place) => alone(plot.data[place]),
        },
      })),
    ],
  };
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

function plot(place, lines, format) {
  const canvasPlace = place.querySelector(".plot");
  const build = () => {
    charts.get(place)?.destroy();
    const width = Math.max(120, canvasPlace.clientWidth);
    charts.set(place, new uPlot(optionsOf(lines, width, format), columnsOf(lines), canvasPlace));
  };
  build();
  return build;
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
  const deepest = known.toSorted((one, other) => highest(other) - highest(one)).slice(0, most);
  const figure = h(
    "figure",
    { class: "chart" },
    h("figcaption", { class: "unseen" }, `${title}: ${summary(deepest, format)}`),
    legend(deepest, format),
    h("div", { class: "plot", "aria-hidden": "true" }),
    figures(title, deepest, format),
  );
  // The picture is as wide as its place, which is known once it stands there.
  let build;
  let width = 0;
  new ResizeObserver(([{ contentRect }]) => {
    if (!figure.isConnected || Math.abs(contentRect.width - width) < 1) return;
    width = contentRect.width;
    if (build) build();
    else build = plot(figure, deepest, format);
  }).observe(figure);
  dark.addEventListener("change", () => figure.isConnected && build?.());
  return figure;
}

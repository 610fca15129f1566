/** Colours of the lines; there are no more lines in a picture than these. */
export const lineColours = Array.from({ length: 6 }, (_, n) => `--line-${n + 1}`);

const height = 168;
const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Times (s) and one list of values per line, gaps as null: what uPlot draws. */
export function columnsOf(lines) {
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

/** Places of values that have no neighbour: no line leads to them, so they are points. */
const alone = (values) =>
  values.flatMap((value, n) =>
    value != null && values[n - 1] == null && values[n + 1] == null ? [n] : []
  );

const hours = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });

/** Times of day, or days where the ticks stand days apart. */
function momentWords([first = 0, second = first + 60]) {
  const words = second - first >= 86_400 ? days : hours;
  return (tick) => words.format(new Date(tick * 1000));
}

/** What uPlot is told: axes in the page's words and colours, no legend, nothing to drag. */
export function optionsOf(lines, width, format) {
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

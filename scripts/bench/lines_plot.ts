/** A line of a plot: points of x and y in order. */
export interface Line {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly (readonly [number, number])[];
}

const [left, right, top, bottom] = [56, 470, 40, 300];

/** Lines over time as SVG, y on a logarithmic scale from 0.5 up to what the lines need. */
export function linesPlot(title: string, unit: string, lines: readonly Line[]): string {
  const all = lines.flatMap(({ points }) => points);
  const most = Math.max(2, ...all.map(([, y]) => y));
  const last = Math.max(1, ...all.map(([x]) => x));
  const xOf = (x: number) => left + (right - left) * x / last;
  const span = Math.log(most * 1.2 / 0.5);
  const yOf = (y: number) => bottom - (bottom - top) * Math.log(Math.max(y, 0.5) / 0.5) / span;
  const marks = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].filter((mark) =>
    mark <= most * 1.2
  );
  const grid = marks.map((mark) =>
    `<line x1="${left}" x2="${right}" y1="${yOf(mark).toFixed(1)}" y2="${yOf(mark).toFixed(1)}" ` +
    `stroke="${mark === 1 ? "#8a94a6" : "#e3e6ea"}"/>` +
    `<text x="${left - 8}" y="${(yOf(mark) + 4).toFixed(1)}" text-anchor="end">${mark}x</text>`
  );
  const quarters = new Set([0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(last * part)));
  const times = [...quarters].map((x) =>
    `<text x="${xOf(x).toFixed(1)}" y="${bottom + 20}" text-anchor="middle">${x}</text>`
  );
  const drawn = lines.map(({ name, colour, points }, nth) => {
    const path = points.map(([x, y]) => `${xOf(x).toFixed(1)},${yOf(y).toFixed(1)}`).join(" ");
    const end = points.at(-1)?.[1] ?? 1;
    const at = top + 20 + nth * 24;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      `<rect x="490" y="${at - 9}" width="14" height="4" fill="${colour}"/>` +
      `<text x="510" y="${at}">${name}: ${end.toFixed(2)}x</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 690 340" role="img" aria-label="${title}">
<style>text { font: 13px system-ui, sans-serif; fill: #39424e } .title { font-weight: 600 }</style>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="16" y="22" class="title">${title}</text>
${[...grid, ...times, ...drawn].join("\n")}
<text x="${(left + right) / 2}" y="${bottom + 36}" text-anchor="middle">${unit}</text>
</svg>
`;
}

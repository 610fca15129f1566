import { svg, text, width } from "./plots.ts";

/** Columns: how many decisions have which weight. */
export function weightPlot(
  label: string,
  bins: readonly { readonly most: number; readonly count: number }[],
): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const step = (width - 40) / Math.max(1, bins.length);
  const parts = bins.flatMap(({ most: edge, count }, place) => {
    const height = 120 * count / most;
    const x = 20 + place * step;
    return [
      `<rect class="v2" x="${(x + 6).toFixed(1)}" y="${(140 - height).toFixed(1)}" ` +
      `width="${(step - 12).toFixed(1)}" height="${Math.max(1, height).toFixed(1)}" rx="2"/>`,
      text(x + step / 2, 134 - height, String(count), 'text-anchor="middle" class="small"'),
      text(
        x + step / 2,
        158,
        place === 0 ? "0" : `≤ ${edge}`,
        'text-anchor="middle" class="small"',
      ),
    ];
  });
  return svg(166, label, parts);
}

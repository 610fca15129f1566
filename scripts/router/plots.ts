import type { Interval } from "./bootstrap.ts";
import type { Pair } from "./figures.ts";

/** Of all pictures, in their own units. */
export const width = 640;
const left = 230;
const right = 90;

/** Text of others may hold anything. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A picture that says what it shows. */
export function svg(height: number, label: string, parts: readonly string[]): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeText(label)}">` +
    `${parts.join("")}</svg>`;
}

/** Words at a place; `more` is written by the program. */
export const text = (x: number, y: number, words: string, more = "") =>
  `<text x="${x.toFixed(1)}" y="${y}" ${more}>${escapeText(words)}</text>`;

const shorten = (name: string) => name.length > 27 ? `${name.slice(0, 26)}…` : name;

/** Two bars a name: v1 above, v2 below. */
export function pairPlot(label: string, pairs: readonly Pair[], show: (value: number) => string) {
  const most = Math.max(1e-12, ...pairs.flatMap(({ v1, v2 }) => [v1, v2]));
  const span = width - left - right;
  const parts = pairs.flatMap(({ name, v1, v2 }, place) => {
    const y = 8 + place * 38;
    const bar = (value: number, of: "v1" | "v2", top: number) => {
      const length = Math.max(1, span * value / most);
      return `<rect class="${of}" x="${left}" y="${top}" width="${
        length.toFixed(1)
      }" height="12" rx="2"/>` +
        text(left + length + 6, top + 10, show(value), 'class="small"');
    };
    return [
      text(left - 10, y + 18, shorten(name), 'text-anchor="end"'),
      bar(v1, "v1", y),
      bar(v2, "v2", y + 14),
    ];
  });
  return svg(pairs.length * 38 + 10, label, parts);
}

/** Intervals on one axis, with what is allowed as a line. */
export function intervalPlot(
  label: string,
  rows: readonly { readonly name: string; readonly interval: Interval }[],
  allowed: number,
  even: number,
): string {
  const ends = rows.flatMap(({ interval: { low, high } }) => [low, high]).filter(Number.isFinite);
  const low = Math.min(allowed, even, ...ends);
  const high = Math.max(allowed, even, ...ends);
  const pad = (high - low || 1) * 0.08;
  const span = width - left - 30;
  const x = (value: number) => left + span * (value - low + pad) / (high - low + 2 * pad);
  const bottom = 20 + rows.length * 32;
  const line = (at: number, kind: string) =>
    `<line class="${kind}" x1="${x(at).toFixed(1)}" x2="${
      x(at).toFixed(1)
    }" y1="6" y2="${bottom}"/>`;
  const parts = [line(even, "even"), line(allowed, "allowed")];
  rows.forEach(({ name, interval }, place) => {
    const y = 26 + place * 32;
    parts.push(text(left - 10, y + 4, name, 'text-anchor="end"'));
    if (![interval.low, interval.high, interval.value].every(Number.isFinite)) {
      parts.push(text(left, y + 4, "nothing is known", 'class="small"'));
      return;
    }
    parts.push(
      `<line class="range" x1="${x(interval.low).toFixed(1)}" x2="${
        x(interval.high).toFixed(1)
      }" y1="${y}" y2="${y}"/>`,
      `<circle class="v2" cx="${x(interval.value).toFixed(1)}" cy="${y}" r="6"/>`,
      text(
        x(interval.value),
        y - 10,
        interval.value.toFixed(3),
        'text-anchor="middle" class="small"',
      ),
    );
  });
  parts.push(
    text(x(even), bottom + 16, `${even} = alike`, 'text-anchor="middle" class="small"'),
    Math.abs(x(allowed) - x(even)) > 110
      ? text(
        x(allowed),
        bottom + 16,
        `${allowed} allowed`,
        'text-anchor="middle" class="small bad"',
      )
      : text(
        x(allowed),
        bottom + 32,
        `${allowed} allowed`,
        'text-anchor="middle" class="small bad"',
      ),
  );
  return svg(bottom + 38, label, parts);
}

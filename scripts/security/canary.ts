import { Buffer } from "node:buffer";

/** A text that gives a canary away, and how it is written. */
export interface Needle {
  readonly canary: string;
  readonly form: string;
  readonly text: string;
}

/** A find: in which source, written how. The canary itself is not repeated. */
export interface Finding {
  readonly source: string;
  readonly canary: string;
  readonly form: string;
}

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

function randomWord(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join("");
}

// What URLs and base64 write otherwise stands in both halves, so that every form differs.
const half = () => `${randomWord(7)}+/%${randomWord(7)}`;

/** A key that nothing else looks like: two random halves, each of which would give it away. */
export const newCanary = (): string => `sk-canary-${half()}${half()}`;

/** Base64 of bytes that stand anywhere in something longer: what is the same at each of 3 places. */
function base64Forms(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([new Uint8Array(before), bytes]).toString("base64");
    return whole.slice(Math.ceil(before * 8 / 6), Math.floor((before + bytes.length) * 8 / 6));
  });
}

/** All ways to write a text that a log, a dump or a trace may have. */
export function formsOf(text: string): [form: string, text: string][] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString("hex");
  return [
    ["clear", text],
    ["reversed", [...text].reverse().join("")],
    ["hex", hex],
    ["hex", hex.toUpperCase()],
    ["URL-encoded", encodeURIComponent(text)],
    ["URL-encoded", encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase())],
    ...base64Forms(bytes).flatMap((one): [string, string][] => [
      ["base64", one],
      ["base64", one.replaceAll("+", "-").replaceAll("/", "_")],
    ]),
  ];
}

/** What to look for: every form of either half of each canary, so that one cut short is found, too. */
export function needlesOf(canaries: Readonly<Record<string, string>>): Needle[] {
  return Object.entries(canaries).flatMap(([canary, value]) => {
    const core = value.slice("sk-canary-".length);
    const halves = [core.slice(0, core.length / 2), core.slice(core.length / 2)];
    return halves.flatMap((one) => formsOf(one).map(([form, text]) => ({ canary, form, text })));
  });
}

/** Finds every form of every canary that stands in a text, once each. */
export type Finder = (source: string, text: string) => Finding[];

/** Makes a finder that passes over a text once, however many needles there are. */
export function finderOf(needles: readonly Needle[]): Finder {
  const byBeginning: (Needle[] | undefined)[] = new Array(65536);
  for (const needle of needles) {
    const beginning = needle.text.charCodeAt(0) << 8 | needle.text.charCodeAt(1);
    (byBeginning[beginning] ??= []).push(needle);
  }
  return (source, text) => {
    const found = new Map<string, Finding>();
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const now = text.charCodeAt(at) & 255;
      const some = byBeginning[before << 8 | now];
      before = now;
      if (some === undefined) continue;
      for (const { canary, form, text: needle } of some) {
        if (text.startsWith(needle, at - 1)) {
          found.set(`${canary} ${form}`, { source, canary, form });
        }
      }
    }
    return [...found.values()];
  };
}

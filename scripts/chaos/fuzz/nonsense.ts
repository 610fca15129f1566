import type { Random } from "../random.ts";

/** Anything JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A number of JSON that TypeScript's own cannot hold; written out as its digits. */
export const bigNumber = (digits: string): Json => ({ "\u0001number": digits });

/** JSON text in which {@link bigNumber}s stand as plain numbers. */
export function jsonText(value: Json): string {
  return JSON.stringify(value).replaceAll(/\{"\\u0001number":"([^"]*)"\}/g, "$1");
}

const texts: readonly string[] = [
  "",
  " ",
  "null",
  "NaN",
  "Infinity",
  "-Infinity",
  "0",
  "-1",
  "1e400",
  "9223372036854775808",
  "'; drop table cogo.jobs; --",
  "$$; select pg_sleep(100); $$",
  "%s %I %L %1$s %",
  "{{{",
  "\\",
  "\n\r\t",
  "\u0001\u0007\u001b[31m",
  "\u202egnp.exe",
  "\ufeff",
  "💥👩‍👩‍👧‍👦",
  "a\u0301\u0300".repeat(40),
  "ｉｎｊｅｃｔ",
  "x".repeat(121),
  "x".repeat(1001),
  "é".repeat(5000),
  "x".repeat(262_145),
  "..",
  "../../etc/passwd",
  "a.b",
  "A.B",
  "a.",
  ".a",
  "a..b",
  "*",
  "a.*",
  "default",
  "quality",
  "urgent",
  "2026-11-23",
  "2026-11-23T00:00:00Z",
  "2026-02-30T25:61:61Z",
  "infinity",
  "now",
  "epoch",
  "294277-01-01T00:00:00Z",
  "0001-01-01T00:00:00Z",
  "2026-11-23T00:00:00+99:99",
  "2026-W48",
  "2026-W54",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "00000000-0000-0000-0000-00000000000g",
  "{00000000-0000-0000-0000-000000000000}",
  "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  "00-00000000000000000000000000000000-0000000000000000-00",
  "https://user:secret@example.org/x.git",
  "-oProxyCommand=x",
  "(?i)((a+)+)+$",
];

const numbers: readonly Json[] = [
  ...[0, -0, 1, -1, 0.5, -0.5, 2, 7, 59, 100, 101, 1000, 1001, 32767, 32768, -32769],
  ...[2147483647, 2147483648, -2147483649, 9007199254740993, 1e15, 1e-300, 1e300],
  ...["9223372036854775807", "9223372036854775808", "-9223372036854775809", "1e400", "-1e400"]
    .map(bigNumber),
  bigNumber("9".repeat(400)),
  bigNumber("0." + "1".repeat(400)),
  bigNumber("1" + "0".repeat(130_000)),
];

/** A text that somebody would rather not get. */
export const nastyText = (random: Random): string => random.pick(texts);

/** A number at or over some edge. */
export const nastyNumber = (random: Random): Json => random.pick(numbers);

function deep(random: Random): Json {
  let value: Json = random.pick([1, null, "end", {}]);
  const key = random.pick(["a", "properties", "items", "not", "allOf", "$ref", "payload"]);
  const depth = random.pick([3, 40, 400, 1500]);
  for (let at = 0; at < depth; at++) value = random.next() < 0.5 ? [value] : { [key]: value };
  return value;
}

/** Any JSON, small or huge, flat or deep. */
export function nastyJson(random: Random, depth = 0): Json {
  const lot = random.next();
  if (lot < 0.12) return null;
  if (lot < 0.2) return random.next() < 0.5;
  if (lot < 0.42) return nastyNumber(random);
  if (lot < 0.66) return nastyText(random);
  if (lot < 0.7) return deep(random);
  if (depth > 2) return [];
  const size = lot < 0.72 ? random.pick([1000, 1001]) : random.between(0, 4);
  if (lot < 0.85) {
    return Array.from({ length: size }, () => nastyJson(random, depth + (size > 9 ? 3 : 1)));
  }
  const entries = Array.from({ length: Math.min(size, 5) }, () => [
    nastyText(random).slice(0, 300),
    nastyJson(random, depth + 1),
  ]);
  return Object.fromEntries(entries) as Json;
}

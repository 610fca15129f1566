/** A value that costs its sender little and may cost its reader much. */
export interface Hostile {
  readonly name: string;
  /** As the type's text: JSON text for jsonb, else what Postgres reads. */
  readonly text: string;
}

const many = (item: string, times: number) => `[${Array(times).fill(item).join(",")}]`;
const nested = (open: string, close: string, levels: number) =>
  open.repeat(levels) + "1" + close.repeat(levels);
const names = (count: number) => Array.from({ length: count }, (_, nth) => `"key${nth}":${nth}`);

/** JSON that goes to one place, most of it about as large as a payload may be. */
export const hostileJson: readonly Hostile[] = [
  { name: "1e131071", text: "1e131071" },
  { name: "1e-16383", text: "1e-16383" },
  { name: "a number of 130,000 digits", text: "9".repeat(130_000) },
  { name: "1,000 numbers 1e131071", text: many("1e131071", 1000) },
  { name: "20,000 numbers 0e-16383", text: many("0e-16383", 20_000) },
  { name: "an object with 1,000 numbers -1e131071", text: `{"a":${many("-1e131071", 1000)}}` },
  { name: "5,000 arrays in each other", text: nested("[", "]", 5000) },
  { name: "5,000 objects in each other", text: nested('{"a":', "}", 5000) },
  { name: "15,000 keys", text: `{${names(15_000).join(",")}}` },
  { name: "60,000 numbers", text: many("7", 60_000) },
  { name: "50,000 nulls", text: many("null", 50_000) },
  { name: "60,000 empty objects", text: many("{}", 60_000) },
  { name: "30,000 equal texts", text: many('"a.b"', 30_000) },
  { name: "260,000 backslashes", text: `"${"\\\\".repeat(130_000)}"` },
  { name: "250,000 letters", text: `"${"a".repeat(250_000)}"` },
  { name: "an object with 250,000 letters", text: `{"a":"${"a".repeat(250_000)}"}` },
  { name: "a name of 250,000 letters", text: `{"${"a".repeat(250_000)}":1}` },
  { name: "60,000 parts and wildcards", text: `"${"a.*.>.".repeat(30_000)}"` },
  { name: "250,000 digits as text", text: `"${"1".repeat(250_000)}"` },
  { name: "time without end", text: '"infinity"' },
];

/** JSON small enough to stand in each of a thousand items. */
export const hostileItems: readonly Hostile[] = [
  { name: "1e131071 in each of 1,000 items", text: "1e131071" },
  { name: "[1e131071, 1e131071] in each of 1,000 items", text: "[1e131071,1e131071]" },
  { name: "{a: 1e131071} in each of 1,000 items", text: '{"a":1e131071}' },
  { name: "2,000 letters in each of 1,000 items", text: `"${"a".repeat(2000)}"` },
  { name: "100 arrays in each other in each of 1,000 items", text: nested("[", "]", 100) },
];

/** Texts. */
export const hostileTexts: readonly Hostile[] = [
  { name: "1,000,000 letters", text: "a".repeat(1_000_000) },
  { name: "1,000,000 backslashes", text: "\\".repeat(1_000_000) },
  { name: "500,000 wildcards", text: "%_".repeat(250_000) },
  { name: "300,000 parts of a channel", text: "a.".repeat(150_000) + "*.>" },
  { name: "500,000 commas and stars", text: "*/1,".repeat(125_000) },
  { name: "nested repeats", text: "(a+)+$" + "a".repeat(500_000) },
  { name: "700,000 blanks", text: " ".repeat(700_000) },
  { name: "1,000,000 digits", text: "1".repeat(1_000_000) },
  { name: "300,000 marks over one letter", text: "a" + "\u0301".repeat(150_000) },
];

const list = (items: string[]) => `{${items.join(",")}}`;
const ids = (count: number) => Array.from({ length: count }, (_, nth) => String(nth + 1));
const uuids = (count: number) =>
  ids(count).map((id) => `00000000-0000-4000-8000-${id.padStart(12, "0")}`);

/** What other types have of that kind, by type. */
export const hostileOthers: Readonly<Record<string, readonly Hostile[]>> = {
  "bigint[]": [
    { name: "1,000 ids", text: list(ids(1000)) },
    { name: "100,000 ids", text: list(ids(100_000)) },
    { name: "100,000 times one id", text: list(Array(100_000).fill("1")) },
  ],
  "uuid[]": [
    { name: "1,000 ids", text: list(uuids(1000)) },
    { name: "20,000 ids", text: list(uuids(20_000)) },
  ],
  "text[]": [
    { name: "100,000 texts", text: list(ids(100_000).map((id) => `a.${id}`)) },
    { name: "1,000 texts of 1,000 letters", text: list(Array(1000).fill("a".repeat(1000))) },
    { name: "one text of 1,000,000 letters", text: list(["a".repeat(1_000_000)]) },
    {
      name: "1,000 patterns of 100 wildcards",
      text: list(Array(1000).fill("*.".repeat(100) + ">")),
    },
  ],
  integer: ["2147483647", "-2147483648", "1000", "100000"].map((text) => ({ name: text, text })),
  bigint: ["9223372036854775807", "-9223372036854775808"].map((text) => ({ name: text, text })),
  real: ["NaN", "Infinity", "1e38"].map((text) => ({ name: text, text })),
  "double precision": ["NaN", "Infinity", "1e308"].map((text) => ({ name: text, text })),
  numeric: ["1e131071", "1e-16383", "NaN", "9".repeat(130_000)].map((text) => ({
    name: text.slice(0, 12),
    text,
  })),
  "timestamp with time zone": ["infinity", "-infinity", "294276-01-01Z", "4713-01-01Z BC"]
    .map((text) => ({ name: text, text })),
};

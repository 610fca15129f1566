/** Type numbers in the Postgres catalogue. */
const json = 114;
const jsonb = 3802;
const timestamp = 1114;
const timestamptz = 1184;

/**
 * Postgres's own text of a timestamp as ISO 8601, as PostgREST and `to_json` write it:
 * `2026-11-23 22:12:10.08+00` becomes `2026-11-23T22:12:10.08+00:00`. `infinity` stays.
 */
export function isoTimestamp(text: string): string {
  return text
    .replace(/^(\d{4,}-\d\d-\d\d) (?=\d\d:)/, "$1T")
    .replace(/(:\d\d(?:\.\d+)?[+-]\d\d)(?= BC$|$)/, "$1:00");
}

/** What PGlite needs to take times as PostgREST does: Postgres judges what is none. */
export const pgliteSerializers: Record<number, (value: unknown) => string> = {
  [timestamp]: timeText,
  [timestamptz]: timeText,
};

function timeText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** What PGlite needs to answer so. */
export const pgliteParsers: Record<number, (text: string) => string> = {
  [timestamp]: isoTimestamp,
  [timestamptz]: isoTimestamp,
};

const asTimestamp = (number: number) => ({
  to: number,
  from: [number],
  serialize: (value: unknown) => value,
  parse: isoTimestamp,
});

const asJson = (number: number) => ({
  to: number,
  from: [number],
  serialize: (value: unknown) => typeof value === "string" ? value : JSON.stringify(value),
  parse: (text: string): unknown => JSON.parse(text),
});

/**
 * What postgres.js needs to answer so, and to take JSON as PGlite does: the gateway hands it over
 * as text, which must not be wrapped once more.
 */
export const postgresTypes = {
  json: asJson(json),
  jsonb: asJson(jsonb),
  timestamp: asTimestamp(timestamp),
  timestamptz: asTimestamp(timestamptz),
};

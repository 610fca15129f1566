import { z } from "zod";

/** The lengths of a text in Unicode code points, as Postgres counts them. */
export interface TextLimits {
  min?: number;
  max: number;
}

/**
 * A string whose length is counted in code points, not UTF-16 units, so that zod, SQL and JSON
 * Schema agree on every text. `z.string().max()` would count an emoji as two.
 */
export function text({ min = 0, max }: TextLimits): z.ZodString {
  return z.string().refine((value) => {
    const length = value.length > max * 2 ? Infinity : [...value].length;
    return length >= min && length <= max;
  }, `must have ${min} to ${max} characters`).meta({
    ...(min > 0 ? { minLength: min } : {}),
    maxLength: max,
  });
}

const instantShape =
  /^\d{4}-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a string is an RFC 3339 date-time with seconds and an offset, on a real calendar day. */
export function isInstant(value: string): boolean {
  if (!instantShape.test(value)) return false;
  const [year, month, day] = value.slice(0, 10).split("-").map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return day <= days;
}

/** A moment as text: RFC 3339 with seconds and an offset, for example `2026-11-23T21:35:58.5Z`. */
export function instant(): z.ZodString {
  return z.string().refine(isInstant, "must be a valid date-time").meta({ format: "date-time" });
}

/** Any UUID, whatever its version: what Postgres' uuid type holds. */
export function anyUuid(): z.ZodGUID {
  return z.guid();
}

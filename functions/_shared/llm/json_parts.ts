/** A value that should be an object: an empty one when it is not. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? value as Record<string, unknown>
    : {};
}

/** A value that should be a list: an empty one when it is not. */
export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value that should be text: empty when it is not. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

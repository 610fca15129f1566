/** A value that a simulated call sends. */
export type Value = string | number | boolean | null | readonly (string | number)[];

function literalOf(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  return `'{${value.map((item) => JSON.stringify(item)).join(",").replaceAll("'", "''")}}'`;
}

/** Writes values into a statement in place of `$1`, `$2`, …: several of them go in one message. */
export function withLiterals(sql: string, values: readonly Value[]): string {
  return sql.replaceAll(/\$(\d+)/g, (_, nth) => literalOf(values[Number(nth) - 1]!));
}

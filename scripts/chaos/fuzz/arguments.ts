import type { Random } from "../random.ts";
import { jsonText, nastyJson, nastyText } from "./nonsense.ts";
import { mutate } from "./mutate.ts";
import { type Known, sensibleTexts, shapes } from "./shapes.ts";

/** One argument of an RPC. */
export interface Parameter {
  readonly name: string;
  /** As Postgres writes it: `jsonb`, `bigint[]`, … */
  readonly type: string;
  readonly optional: boolean;
}

const integers: Readonly<Record<string, readonly string[]>> = {
  integer: ["0", "1", "-1", "2", "50", "100", "1000", "1001", "2147483647", "-2147483648"],
  bigint: ["0", "1", "-1", "9223372036854775807", "-9223372036854775808", "4611686018427387904"],
  smallint: ["0", "1", "-1", "32767", "-32768"],
  real: ["0", "1", "2.5", "NaN", "Infinity", "-Infinity", "1e38", "1e-38", "-1"],
};

function jsonArgument(name: string, random: Random, known: Known): string {
  const shape = shapes[name];
  if (!shape || random.next() < 0.15) return jsonText(nastyJson(random));
  let value = shape(random, known);
  const faults = random.pick([0, 0, 1, 1, 1, 2, 3]);
  for (let fault = 0; fault < faults; fault++) value = mutate(value, random);
  return jsonText(value);
}

function numberArgument(name: string, type: string, random: Random, known: Known): string {
  if (name === "job_id" && random.next() < 0.7) return String(shapes.job_id?.(random, known) ?? 1);
  return random.pick(integers[type] ?? ["0"]);
}

function arrayArgument(name: string, random: Random, known: Known): string {
  const pool = name.includes("fence") || name === "renew" ? known.fences : known.jobIds;
  const size = random.pick([0, 1, 1, 2, 5, 30, 1000, 1001]);
  const items = Array.from({ length: size }, () => {
    if (random.next() < 0.05) return "NULL";
    return random.next() < 0.8 && pool.length > 0
      ? String(random.pick(pool))
      : random.pick(integers.bigint!);
  });
  const list = `{${items.join(",")}}`;
  return random.next() < 0.03 && size > 0 ? `{${list},${list}}` : list; // two dimensions
}

function textArgument(name: string, random: Random): string {
  const sensible = sensibleTexts[name];
  return sensible && random.next() < 0.6 ? random.pick(sensible) : nastyText(random);
}

/** A value for an argument as text that its type takes; null is NULL, undefined leaves it out. */
export function argumentFor(
  parameter: Parameter,
  random: Random,
  known: Known,
): string | null | undefined {
  const { name, type, optional } = parameter;
  if (optional && random.next() < 0.4) return undefined;
  if (random.next() < 0.06) return null;
  switch (type) {
    case "jsonb":
      return jsonArgument(name, random, known);
    case "bigint[]":
      return arrayArgument(name, random, known);
    case "text":
      return textArgument(name, random);
    case "boolean":
      return random.pick(["true", "false"]);
    case "uuid":
      return name === "run_id" && random.next() < 0.8
        ? String(shapes.run_id?.(random, known))
        : random.pick([
          "00000000-0000-0000-0000-000000000000",
          `${random.between(10000000, 99999999)}-0000-4000-8000-000000000000`,
        ]);
    case "timestamp with time zone":
      return random.pick([
        "infinity",
        "-infinity",
        "2026-11-23Z",
        "4713-01-01Z BC",
        "294276-01-01Z",
      ]);
    default:
      return numberArgument(name, type, random, known);
  }
}

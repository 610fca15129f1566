import { parseArgs } from "node:util";
import type { z } from "zod";

/**
 * Reads a command line by its schema: booleans are flags, all else takes a value. Throws with a
 * sentence about what is wrong with it.
 */
export function readOptionsBy<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  flags: readonly (keyof Shape & string)[],
  args: string[],
): z.output<z.ZodObject<Shape>> {
  const names = Object.keys(schema.shape);
  const { values } = parseArgs({
    args,
    options: Object.fromEntries(
      names.map((name) => [name, { type: flags.includes(name) ? "boolean" : "string" }] as const),
    ),
  });
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`--${issue?.path.join(".")}: ${issue?.message}`);
}

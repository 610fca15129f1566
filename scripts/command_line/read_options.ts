import { parseArgs } from "node:util";
import { z } from "zod";

/** The schema of a whole number between two bounds. */
export const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** The schema of a value that is given. */
function givenOf(field: unknown): unknown {
  return field instanceof z.ZodDefault || field instanceof z.ZodOptional
    ? givenOf(field.unwrap())
    : field;
}

/** What `parseArgs` is to know: booleans are flags, lists are repeated, all else takes a value. */
function optionTypes(shape: z.ZodRawShape) {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => {
      const given = givenOf(field);
      const type: "boolean" | "string" = given instanceof z.ZodBoolean ? "boolean" : "string";
      return [name, { type, multiple: given instanceof z.ZodArray }];
    }),
  );
}

/** What a schema makes of the values; throws with a sentence about the first that is wrong. */
export function checkValues<Schema extends z.ZodType>(
  schema: Schema,
  values: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`--${issue?.path.join(".")}: ${issue?.message}`);
}

/** Reads a command line by its schema; throws with a sentence about what is wrong with it. */
export function readOptionsBy<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  args: readonly string[],
): z.output<z.ZodObject<Shape>> {
  const { values } = parseArgs({ args: [...args], options: optionTypes(schema.shape) });
  return checkValues(schema, values);
}

/** As {@link readOptionsBy}, for a command that also takes words that are no options. */
export function readOptionsAndWords<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  args: readonly string[],
): { options: z.output<z.ZodObject<Shape>>; words: string[] } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: optionTypes(schema.shape),
  });
  return { options: checkValues(schema, values), words: positionals };
}

import type { z } from "zod";
import { readFields, readJson, refusing } from "../platform/read_json.ts";

const refuse = refusing("docs/openapi/router-select.json");

/**
 * The JSON body of a request as its schema has it. A field that is not in the schema is refused,
 * never ignored: whoever sends a `base_url` must learn that it is not used.
 * @throws CogoError bad_argument (400), naming the field
 */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  return readFields(schema, await readJson(request, refuse), refuse);
}

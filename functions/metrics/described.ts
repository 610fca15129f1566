interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
}

/** An OpenAPI document, as far as its schemas go. */
export interface Described {
  components: { schemas: Record<string, Schema> };
}

const typeOf = (value: unknown) =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** Where a JSON value differs from a named schema of the document, one line each; for tests. */
export function differences(document: Described, name: string, value: unknown): string[] {
  const found: string[] = [];

  function object(schema: Schema, fields: Record<string, unknown>, path: string): void {
    const missing = (schema.required ?? []).filter((key) => !(key in fields));
    found.push(...missing.map((key) => `${path}.${key} is missing`));
    if (!schema.properties && !schema.additionalProperties) return;
    for (const [key, field] of Object.entries(fields)) {
      const described = schema.properties?.[key] ?? schema.additionalProperties;
      if (described) walk(described, field, `${path}.${key}`);
      else found.push(`${path}.${key} is not described`);
    }
  }

  function walk(given: Schema, here: unknown, path: string): void {
    const schema = given.$ref
      ? document.components.schemas[given.$ref.split("/").at(-1) ?? ""]
      : given;
    if (!schema) return void found.push(`${path}: ${given.$ref} is not there`);
    const types = [schema.type ?? []].flat().map((type) => type === "integer" ? "number" : type);
    if (types.length > 0 && !types.includes(typeOf(here))) {
      found.push(`${path} is ${typeOf(here)}, not ${types.join(" or ")}`);
    }
    if (schema.enum && !schema.enum.includes(here)) found.push(`${path} is ${here}`);
    if (Array.isArray(here)) {
      here.forEach((item, place) => walk(schema.items ?? {}, item, `${path}[${place}]`));
    } else if (typeOf(here) === "object") object(schema, here as Record<string, unknown>, path);
  }

  walk({ $ref: name }, value, name);
  return found;
}

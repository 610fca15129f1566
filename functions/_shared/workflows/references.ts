import type { Json } from "./definition.ts";

const paths = new WeakMap<object, string>();

/** A proxy that stands for the value at `path` and gives a reference for each of its fields. */
function reference(path: string): object {
  const proxy: object = new Proxy(Object.freeze({}), {
    get(_target, field) {
      if (typeof field === "symbol") throw unusable(path);
      if (field === "" || field.includes(".")) {
        throw new TypeError(
          `Cannot refer to ${path} [${JSON.stringify(field)}]: a path has no dots`,
        );
      }
      return reference(`${path}.${field}`);
    },
    ownKeys() {
      throw unusable(path);
    },
    has() {
      throw unusable(path);
    },
  });
  paths.set(proxy, path);
  return proxy;
}

function unusable(path: string): TypeError {
  return new TypeError(
    `Cannot read ${path} here: it is known only when the step starts. Put the reference itself ` +
      "into the input, and compute with its value in the handler.",
  );
}

/** References for the workflow's input and for the steps named; any other step is refused. */
export function scopeOf(stepNames: readonly string[], more: readonly string[] = []): object {
  const steps = new Proxy(Object.freeze({}), {
    get(_target, name) {
      if (typeof name === "string" && stepNames.includes(name)) return reference(`steps.${name}`);
      const known = stepNames.length === 0 ? "none" : stepNames.join(", ");
      throw new RangeError(`Cannot refer to step ${String(name)}: the steps before are: ${known}`);
    },
  });
  const roots = ["input", ...more].map((name) => [name, reference(name)]);
  return { ...Object.fromEntries(roots), steps };
}

/** A template as data, and the names of the steps that it refers to. */
export interface Template {
  readonly json: Json;
  readonly steps: readonly string[];
}

/** Turns what a callback returned into data. Throws a TypeError that names what is not JSON. */
export function templateOf(value: unknown, place: string): Template {
  const steps = new Set<string>();
  const walk = (part: unknown, at: string): Json => {
    if (part === null || typeof part === "string" || typeof part === "boolean") return part;
    if (typeof part === "number" && Number.isFinite(part)) return part;
    if (typeof part !== "object") throw notJson(at, typeof part);
    const path = paths.get(part);
    if (path !== undefined) {
      const [root, name] = path.split(".");
      if (root === "steps") steps.add(name!);
      return { $ref: path };
    }
    if (Array.isArray(part)) return part.map((item, nth) => walk(item, `${at}[${nth}]`));
    const prototype = Object.getPrototypeOf(part);
    if (prototype !== Object.prototype && prototype !== null) {
      throw notJson(at, prototype?.constructor?.name ?? "an object of a class");
    }
    if (Object.hasOwn(part, "$ref")) throw notJson(at, 'an object with the reserved field "$ref"');
    return Object.fromEntries(
      Object.entries(part).filter(([, field]) => field !== undefined)
        .map(([name, field]) => [name, walk(field, `${at}.${name}`)]),
    );
  };
  return { json: walk(value, place), steps: [...steps] };
}

const notJson = (at: string, what: string): TypeError =>
  new TypeError(`Cannot use ${at}: ${what} is not JSON. Use texts, numbers, lists and objects.`);

import type { Random } from "../random.ts";
import { type Json, nastyJson, nastyText } from "./nonsense.ts";

type Path = readonly (string | number)[];

function pathsOf(value: Json, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

function replaceAt(value: Json, [first, ...rest]: Path, by: (old: Json) => Json): Json {
  if (first === undefined) return by(value);
  if (value === null || typeof value !== "object") return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, Json>;
  copy[first] = replaceAt(copy[first] ?? null, rest, by);
  return copy as Json;
}

/** A sensible value with one thing wrong: a field replaced, added, dropped, or items doubled. */
export function mutate(value: Json, random: Random): Json {
  const path = random.pick(pathsOf(value));
  return replaceAt(value, path, (old) => {
    const lot = random.next();
    if (lot < 0.55 || old === null || typeof old !== "object") return nastyJson(random, 1);
    if (Array.isArray(old)) {
      const many = lot > 0.97 ? 1001 : 2;
      return Array.from({ length: old.length * many }, (_, at) => old[at % old.length] ?? null);
    }
    if (lot < 0.8) return { ...old, [nastyText(random).slice(0, 300)]: nastyJson(random, 2) };
    const keys = Object.keys(old);
    if (keys.length === 0) return old;
    const dropped = random.pick(keys);
    return Object.fromEntries(Object.entries(old).filter(([key]) => key !== dropped));
  });
}

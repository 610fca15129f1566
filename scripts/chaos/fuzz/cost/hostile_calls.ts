import type { Parameter } from "../arguments.ts";
import type { Rpc } from "../catalogue.ts";
import type { Json } from "../nonsense.ts";
import type { Made } from "../tenants/try_call.ts";
import { type Hostile, hostileItems, hostileJson, hostileOthers, hostileTexts } from "./hostile.ts";

/** A call whose one place holds a hostile value. */
export interface HostileCall {
  readonly rpc: string;
  readonly parameter: Parameter;
  /** A JSON pointer into the parameter; empty = the whole of it. */
  readonly place: string;
  readonly hostile: string;
  /** How many bytes that argument has. */
  readonly bytes: number;
  readonly made: Made;
  /** The same with as many items and nothing hostile in them, where it has a thousand. */
  readonly plain?: Made;
}

const here = "\u0001here";
const quotedHere = JSON.stringify(here);

/** Every place of a value but those beside the first item of a list. */
function placesOf(value: Json, path: readonly (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== "object") return [[...path]];
  const inner = Array.isArray(value) ? value.slice(0, 1).entries() : Object.entries(value);
  return [[...path], ...[...inner].flatMap(([key, one]) => placesOf(one, [...path, key]))];
}

function withMark(value: Json, [first, ...rest]: readonly (string | number)[]): Json {
  if (first === undefined) return here;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    Json
  >;
  copy[first] = withMark(copy[first] ?? null, rest);
  return copy as Json;
}

const pointer = (path: readonly (string | number)[]) => path.map((one) => `/${one}`).join("");
const filled = (marked: Json, text: string) =>
  JSON.stringify(marked).replace(quotedHere, () => text);

interface Variant {
  readonly place: string;
  readonly hostile: string;
  /** Made when it is asked for: all of them at once would be gigabytes. */
  text(): string;
  plain?(): string;
}

const aThousand = (item: string) => `[${Array(1000).fill(item).join(",")}]`;

/** JSON arguments: each hostile value at each place, and small ones in each of a thousand items. */
function* jsonVariants(base: string): Generator<Variant> {
  const value = JSON.parse(base) as Json;
  for (const path of placesOf(value)) {
    const marked = withMark(value, path);
    const place = pointer(path);
    for (const { name, text } of hostileJson) {
      yield { place, hostile: name, text: () => filled(marked, text) };
    }
    if (!Array.isArray(marked)) continue;
    const plain = () => aThousand(JSON.stringify((value as Json[])[0] ?? null));
    for (const { name, text } of hostileItems) {
      const items = () => aThousand(filled(marked[0] ?? null, text));
      yield { place, hostile: name, text: items, plain };
    }
  }
}

function variantsOf(type: string, base: string | null): Variant[] {
  if (type === "jsonb") return [...jsonVariants(base ?? "{}")];
  const hostiles: readonly Hostile[] = type === "text" ? hostileTexts : hostileOthers[type] ?? [];
  return hostiles.map(({ name, text }) => ({ place: "", hostile: name, text: () => text }));
}

/** How an RPC is called when one argument is another than in `base` (argument by name). */
function callerOf(rpc: Rpc, base: ReadonlyMap<string, string | null>, { name }: Parameter) {
  const names = [...new Set([...base.keys(), name])];
  const typeOf = (called: string) => rpc.parameters.find((one) => one.name === called)?.type;
  const list = names.map((called, at) => `"${called}" => $${at + 1}::text::${typeOf(called)}`);
  const text = `select * from api.${rpc.name}(${list.join(", ")})`;
  return (value: string): Made => ({
    text,
    values: names.map((called) => called === name ? value : base.get(called) ?? null),
  });
}

/**
 * The hostile calls of an RPC that `isWanted` draws, made from one that is answered: one argument is
 * hostile, the others are as they were.
 */
export function* hostileCalls(
  rpc: Rpc,
  base: ReadonlyMap<string, string | null>,
  isWanted: () => boolean,
): Generator<HostileCall> {
  for (const parameter of rpc.parameters) {
    const callWith = callerOf(rpc, base, parameter);
    for (const variant of variantsOf(parameter.type, base.get(parameter.name) ?? null)) {
      if (!isWanted()) continue;
      const text = variant.text();
      yield {
        rpc: rpc.name,
        parameter,
        place: variant.place,
        hostile: variant.hostile,
        bytes: new TextEncoder().encode(text).length,
        made: callWith(text),
        ...(variant.plain === undefined ? {} : { plain: callWith(variant.plain()) }),
      };
    }
  }
}

/** The calls of an RPC with one value, by type, at each place of each argument that takes it. */
export function callsWith(
  rpc: Rpc,
  base: ReadonlyMap<string, string | null>,
  valueOf: Readonly<Record<string, string>>,
): { parameter: Parameter; place: string; made: Made }[] {
  return rpc.parameters.flatMap((parameter) => {
    const value = valueOf[parameter.type];
    if (value === undefined) return [];
    const callWith = callerOf(rpc, base, parameter);
    if (parameter.type !== "jsonb") return [{ parameter, place: "", made: callWith(value) }];
    const json = JSON.parse(base.get(parameter.name) ?? "{}") as Json;
    return placesOf(json).map((path) => ({
      parameter,
      place: pointer(path),
      made: callWith(filled(withMark(json, path), value)),
    }));
  });
}

import type { Random } from "../../../random.ts";
import type { Rpc } from "../../catalogue.ts";
import type { Json } from "../../nonsense.ts";
import { foreignArgument } from "../arguments.ts";
import { uuidFor } from "../foreign_shapes.ts";
import type { Pool } from "../pools.ts";

/** A pool with what only the functions take. */
export interface FunctionPool extends Pool {
  /** Ids of jobs as ingress tells them. */
  readonly publicIds: readonly string[];
  /** Grants of the key vault. */
  readonly grants: readonly string[];
  /** Names of inbound hooks and of webhooks. */
  readonly hooks: readonly string[];
}

/** What a case draws a request from; a seed and a pool give the same request each time. */
export interface Lot {
  readonly random: Random;
  readonly pool: FunctionPool;
  readonly rpcs: readonly Rpc[];
  /** An id that a parameter of this name means. */
  uuid(name: string): string;
  job(): string;
  name(): string;
  hook(): string;
  /** Now and then more fields. */
  maybe(fields: { [key: string]: Json }): { [key: string]: Json };
  /** An assertion for an agent, signed by the intruder's own key. */
  assertion(agentId: string, kid: string): Promise<string>;
  /** Arguments of an RPC, as JSON. */
  argumentsOf(rpc: string): { [name: string]: Json };
}

/** A lot. */
export function lotOf(
  random: Random,
  pool: FunctionPool,
  more: Pick<Lot, "rpcs" | "assertion">,
): Lot {
  return {
    ...more,
    random,
    pool,
    uuid: (name) => uuidFor(name, random, pool),
    job: () => random.pick(pool.publicIds),
    name: () => random.pick(pool.names),
    hook: () => random.pick(pool.hooks),
    maybe: (fields) => random.next() < 0.4 ? fields : {},
    argumentsOf: (name) => argumentsOf(more.rpcs, name, random, pool),
  };
}

const plain = /^(jsonb|boolean|integer|bigint|numeric|real|double precision)$/;

function asJson(type: string, value: string | null): Json {
  if (value === null) return null;
  if (type.endsWith("[]")) {
    const items = value.slice(1, -1).split(",").filter((one) => one !== "");
    return type === "bigint[]" ? items.map(Number) : items;
  }
  if (!plain.test(type)) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

function argumentsOf(rpcs: readonly Rpc[], name: string, random: Random, pool: Pool) {
  const parameters = rpcs.find((one) => one.name === name)?.parameters ?? [];
  return Object.fromEntries(parameters.flatMap((parameter) => {
    const value = foreignArgument(parameter, random, pool);
    return value === undefined ? [] : [[parameter.name, asJson(parameter.type, value)] as const];
  }));
}

import type { Stack } from "../stack/stack_settings.ts";
import { type Cell, cellOf } from "./matrix_cells.ts";
import { type MatrixCaller, matrixCallers } from "./matrix_callers.ts";
import type { Door, MatrixSource, Relation } from "./read_matrix.ts";

type Headers = Readonly<Record<string, string>>;

/** A request of one cell. */
export interface MatrixRequest {
  readonly what: string;
  readonly caller: MatrixCaller;
  readonly path: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
  /** The cell of a door; undefined: a table, which must not be reached at all. */
  readonly cell?: Cell;
}

const methods: Readonly<Record<string, string>> = {
  select: "GET",
  insert: "POST",
  update: "PATCH",
  delete: "DELETE",
};

/** Signs each caller's token once for each set of claims. */
function signer(stack: Stack) {
  const { publishable_key: apikey, secret_key } = stack.file;
  const kept = new Map<string, Promise<string>>();
  return async (caller: MatrixCaller, claims: Record<string, unknown>): Promise<Headers> => {
    if (caller.role === "anon") return { apikey };
    if (caller.role === "service_role") return { apikey: secret_key };
    const key = JSON.stringify(claims);
    if (!kept.has(key)) kept.set(key, stack.tokens.sign(claims, 900));
    return { apikey, authorization: `Bearer ${await kept.get(key)}` };
  };
}

/** One caller of each cell of a door, in turn. */
function oneOfEach(
  callers: readonly MatrixCaller[],
  cell: (one: MatrixCaller) => Cell,
  nth: number,
) {
  const byCell = Map.groupBy(callers, cell);
  return [...byCell.values()].map((alike) => alike[nth % alike.length]!);
}

/**
 * Each RPC by each caller, with null for what it needs; or (`isShort`) by one caller of each cell that
 * it has, in turn.
 */
export async function doorRequests(
  stack: Stack,
  source: MatrixSource,
  doors: readonly Door[],
  isShort: boolean,
): Promise<MatrixRequest[]> {
  const sign = signer(stack);
  const made = doors.flatMap((door, nth) =>
    (isShort
      ? oneOfEach(matrixCallers, (caller) => cellOf(door, caller, source), nth)
      : matrixCallers).map(async (caller): Promise<MatrixRequest> => ({
        what: `api.${door.name}`,
        caller,
        path: `/rest/v1/rpc/${door.name}`,
        method: "POST",
        headers: await sign(caller, caller.claims(door.scope, source)),
        body: JSON.stringify(Object.fromEntries(door.needed.map((name) => [name, null]))),
        cell: cellOf(door, caller, source),
      }))
  );
  return await Promise.all(made);
}

/**
 * Each verb on each table by each caller, or (`isShort`) each table with one verb by one caller, in
 * turn: the gateway refuses by the schema, before it looks at the verb or the caller.
 */
export async function tableRequests(
  stack: Stack,
  source: MatrixSource,
  relations: readonly Relation[],
  isShort: boolean,
): Promise<MatrixRequest[]> {
  const sign = signer(stack);
  const credentials = await Promise.all(
    matrixCallers.map(async (caller) =>
      [caller, await sign(caller, caller.claims(null, source))] as const
    ),
  );
  return relations.flatMap(({ schema, name, column }, nth) =>
    Object.entries(methods).flatMap(([verb, method], turn) =>
      credentials
        .filter((_, place) => !isShort || (turn === nth % 4 && place === nth % credentials.length))
        .map(([caller, headers]): MatrixRequest => {
          const isWrite = method === "POST" || method === "PATCH";
          return {
            what: `${verb} ${schema}.${name}`,
            caller,
            path: `/rest/v1/${name}?${method === "GET" ? "limit=1" : `${column}=is.null`}`,
            method,
            headers: { ...headers, "accept-profile": schema, "content-profile": schema },
            ...(isWrite ? { body: JSON.stringify({ [column]: null }) } : {}),
          };
        })
    )
  );
}

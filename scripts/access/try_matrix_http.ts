import type { Executor } from "../db/executor.ts";
import type { Stack } from "../stack/stack_settings.ts";
import { holds } from "./matrix_cells.ts";
import { layCallers } from "./matrix_callers.ts";
import { doorRequests, type MatrixRequest, tableRequests } from "./matrix_requests.ts";
import { readMatrix } from "./read_matrix.ts";
import type { MatrixResult } from "./try_matrix.ts";

const atOnce = 24;

/** The word of an answer: `done`, a refusal's detail, or its code. */
async function answerTo(
  stack: Stack,
  request: MatrixRequest,
): Promise<[word: string, status: number]> {
  const { path, method, headers, body } = request;
  const response = await fetch(`${stack.file.url}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  if (response.status < 400) return ["done", response.status];
  const { code, details } = JSON.parse(text || "{}") as { code?: string; details?: string };
  return [/^PT/.test(code ?? "") ? details ?? "" : code ?? "", response.status];
}

/** Lays the tenant and the members that the callers of {@link tryMatrixHttp} stand for. */
export const layHttpCallers = (executor: Executor): Promise<void> => executor.exec(layCallers);

/**
 * Tries every cell through the gateway of a running stack, whose callers were laid and which is of no
 * other use afterwards. `only` narrows it to tables and doors by name, `isShort` to one caller and verb
 * for each table, and one caller of each answer that a door has.
 */
export async function tryMatrixHttp(
  stack: Stack,
  { only = () => true, isShort = false }: {
    readonly only?: (name: string) => boolean;
    readonly isShort?: boolean;
  } = {},
): Promise<MatrixResult> {
  const source = await readMatrix(stack.database.executor);
  const relations = source.relations.filter(({ isPart, name }) => !isPart && only(name));
  const doors = source.doors.filter(({ name }) => only(name));
  const requests = [
    ...await tableRequests(stack, source, relations, isShort),
    ...await doorRequests(stack, source, doors, isShort),
  ];
  const faults: string[] = [];
  const left = [...requests].reverse();
  const worker = async () => {
    for (let request = left.pop(); request !== undefined; request = left.pop()) {
      const [word, status] = await answerTo(stack, request);
      const { what, caller, cell } = request;
      const isRefused = [401, 403, 404, 405, 406].includes(status);
      if (cell === undefined ? !isRefused : !holds(cell, word) || status >= 500) {
        faults.push(`${what} as ${caller.name}: ${status} ${word} instead of ${cell ?? "closed"}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { cells: requests.length, faults };
}

import { holds } from "./matrix_cells.ts";
import type { Relation } from "./read_matrix.ts";

/** The verbs of the matrix; none of them would touch a row. */
export const verbs: Readonly<Record<string, (table: string, column: string) => string>> = {
  select: (table) => `select from ${table} limit 0`,
  insert: (table) => `insert into ${table} default values`,
  update: (table, column) => `update ${table} set ${column} = null where false`,
  delete: (table) => `delete from ${table} where false`,
};

const attemptsOn = ({ schema, name, column }: Relation) =>
  Object.values(verbs).map((of) => of(`${schema}."${name}"`, `"${column}"`));

/** One cell: what is called, and what must be answered. */
export interface Try {
  readonly what: string;
  readonly call: string;
  /** Whether an answer is what the cell says. */
  holds(answer: string): boolean;
  readonly expected: string;
}

/** Each verb on each table, which nobody may. */
export const tableTries = (relations: readonly Relation[]): Try[] =>
  relations.flatMap((relation) =>
    attemptsOn(relation).map((call) => ({
      what: call,
      call,
      expected: "closed",
      // Most views cannot be written by anybody (55000).
      holds: (answer) =>
        holds("closed", answer) ||
        (relation.kind === "view" && answer === "55000" && !call.startsWith("select")),
    }))
  );

import type { Sql } from "postgres";

const attempts = { max_attempts: 100 };
const undo = { type: "chaos.undo", retry: attempts };
const act = (step: string, more: object = {}) => ({
  type: "chaos.act",
  retry: attempts,
  compensate: undo,
  input: { saga: { $ref: "input.saga" }, step, ...more },
});

const definition = {
  name: "chaos.saga",
  saga: true,
  steps: [
    { name: "first", ...act("first") },
    {
      name: "each",
      kind: "map",
      over: { $ref: "input.items" },
      after: ["first"],
      ...act("each", { item: { $ref: "index" } }),
    },
    { name: "last", after: ["each"], ...act("last", { fails: { $ref: "input.fails" } }) },
  ],
};

/** Makes the saga of chaos known. */
export async function registerSaga(owner: Sql): Promise<void> {
  await owner`select api.register_workflow(${owner.json(definition)}::jsonb)`;
}

/** Starts sagas `first` up to, but without, `end`; one in three is to fail at its last step. */
export async function startSagas(sql: Sql, first: number, end: number): Promise<void> {
  const sagas = Array.from({ length: end - first }, (_, nth) => ({
    name: "chaos.saga",
    input: { saga: first + nth, items: [1, 2, 3], fails: (first + nth) % 3 === 0 },
    idempotency_key: `saga-${first + nth}`,
  }));
  await sql`select api.start_workflows(${sql.json(sagas)}::jsonb)`;
}

/** What sagas came to. */
export interface SagaVerdict {
  readonly sagas: number;
  /** Sagas that have not come to an end. */
  readonly sagas_open: number;
  readonly sagas_succeeded: number;
  readonly sagas_undone: number;
  /** Sagas whose end is not the one that their input asks for, or that started twice. */
  readonly sagas_wrong: number;
  /** Steps of succeeded sagas that are not done, and of others that are not undone, by fence. */
  readonly steps_wrong: number;
}

/** Compares sagas with what their steps did: the effect under the highest fence stands. */
export async function judgeSagas(owner: Sql): Promise<SagaVerdict> {
  const [row] = await owner`
    with saga as materialized (
      select (input ->> 'saga')::int as saga, (input -> 'fails')::boolean as fails, state
      from cogo.workflows
    ),
    standing as (
      select distinct on (saga, step, item) saga, step, item, role from public.effects
      where saga is not null order by saga, step, item, fence desc
    )
    select
      count(*)::int as sagas,
      count(*) filter (where state not in ('succeeded', 'compensated'))::int as sagas_open,
      count(*) filter (where state = 'succeeded')::int as sagas_succeeded,
      count(*) filter (where state = 'compensated')::int as sagas_undone,
      (
        count(*) filter (where (state = 'compensated') <> fails) + count(*) - count(distinct saga)
      )::int as sagas_wrong,
      (
        select count(*) from saga join standing on standing.saga = saga.saga
        where (saga.state = 'compensated') <> (standing.role = 'undo')
      )::int + (
        select count(*) from saga where state = 'succeeded' and 5 <> (
          select count(*) from standing where standing.saga = saga.saga
        )
      )::int as steps_wrong
    from saga`;
  return row as unknown as SagaVerdict;
}

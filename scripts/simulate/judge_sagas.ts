import type { Aftermath, Effect } from "../../functions/_shared/workflows/simulation.ts";
import type { Workflow } from "../../functions/_shared/workflows/workflow.ts";
import { placeOf } from "./effects.ts";
import type { Violation } from "./violation.ts";

const ends = ["succeeded", "failed", "compensated", "cancelled"];

/** The effect that stands at a place after all that was accepted there. */
function standing(effects: readonly Effect[]): Effect | undefined {
  return effects.filter((effect) => effect.accepted).at(-1);
}

/**
 * What must be true of workflows: a saga that succeeded has done each of its steps and undone none;
 * one that did not has undone whatever it did that can be undone.
 */
export function judgeSagas(aftermath: Aftermath, workflows: readonly Workflow[]): Violation[] {
  const found: Violation[] = [];
  const definitions = new Map(workflows.map(({ definition }) => [definition.name, definition]));
  const effects = Map.groupBy(
    aftermath.effects.filter((effect) => effect.step !== undefined),
    (effect) => effect.step!.workflow_id,
  );
  for (const { workflow_id, name, state } of aftermath.workflows) {
    const tell = (invariant: string, problem: string) =>
      found.push({ invariant, problem: `${name} ${workflow_id}: ${problem}` });
    const definition = definitions.get(name);
    if (!ends.includes(state)) tell("a workflow comes to an end", `it is ${state}`);
    if (!definition?.saga) continue;
    const byPlace = Map.groupBy(effects.get(workflow_id) ?? [], placeOf);
    for (const list of byPlace.values()) {
      const last = standing(list);
      const step = definition.steps.find((one) => one.name === last?.step?.name);
      if (!last || !step) continue;
      const place = `${step.name}${last.step!.item < 0 ? "" : `[${last.step!.item}]`}`;
      const { role } = last.step!;
      const undoable = step.kind === "tcc" || ("compensate" in step && step.compensate);
      if (state === "succeeded" && (role === "compensation" || role === "cancel")) {
        tell("a saga that succeeded has undone nothing", `${place} was undone`);
      }
      if (state !== "succeeded" && undoable && (role === "action" || role === "confirm")) {
        tell("a saga that did not succeed is wholly undone", `${place} stands`);
      }
    }
    if (state !== "succeeded") continue;
    for (const step of definition.steps) {
      if (step.optional || (step.kind && step.kind !== "job")) continue;
      if (!byPlace.has(`${workflow_id} ${step.name} -1`)) {
        tell("a saga that succeeded has done every step", `${step.name} was not done`);
      }
    }
  }
  return found;
}

import type { Handlers } from "../worker/handlers.ts";
import type { JsonObject, NewJob } from "../worker/job.ts";
import type { Workflow } from "./workflow.ts";

/** Chance that a schedule's seed repeats. */
export interface Chance {
  /** 0 up to 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** Something that comes from outside during a schedule; made by {@link start} and {@link enqueue}. */
export type Arrival =
  | {
    readonly kind: "start";
    readonly workflow: string;
    readonly input: unknown;
    readonly signals: readonly { readonly signal: string; readonly payload: unknown }[];
    readonly cancel: boolean;
  }
  | { readonly kind: "enqueue"; readonly job: NewJob; readonly cancel: boolean };

/** A handler that ran: what the world outside sees of a job. */
export interface Effect {
  readonly type: string;
  readonly job_id: number;
  readonly fence: number;
  readonly payload: JsonObject;
  /** What the handler returned, as JSON; undefined when it threw. */
  readonly result: unknown;
  /** The step it belongs to; undefined for a job of its own. */
  readonly step: EffectStep | undefined;
  /** false: a later fence had been seen before, so that a resource that looks at fences refuses it. */
  readonly accepted: boolean;
}

/** The place of an effect in a workflow. */
export interface EffectStep {
  readonly workflow_id: string;
  readonly name: string;
  /** The item of a map step, from 0; -1 for other steps. */
  readonly item: number;
  readonly role: "action" | "compensation" | "confirm" | "cancel";
}

/** How a schedule ended. */
export interface Aftermath {
  /** In the order in which they happened. */
  readonly effects: readonly Effect[];
  readonly jobs: readonly {
    readonly job_id: number;
    readonly type: string;
    readonly payload: JsonObject;
    readonly outcome: "succeeded" | "failed" | "cancelled";
    readonly result: unknown;
  }[];
  readonly workflows: readonly {
    readonly workflow_id: string;
    readonly name: string;
    readonly state: string;
  }[];
}

/** What `npm run simulate -- --file F` runs: F exports it as `simulation`. */
export interface Simulation {
  readonly workflows?: readonly Workflow[];
  /** They run at once in virtual time: no timers, no network, nothing random of their own. */
  readonly handlers: Handlers;
  /** Arguments of `register_job_type`, one for each type that has settings. */
  readonly jobTypes?: readonly (JsonObject & { readonly type: string })[];
  /** What comes from outside, at moments that the schedule chooses. */
  readonly arrivals: (chance: Chance) => readonly Arrival[];
  /** Named by what must be true at the end; a text that is returned says how it is not. */
  readonly invariants?: Readonly<Record<string, (aftermath: Aftermath) => string | undefined>>;
}

/** Types a simulation; answers it as it is. */
export function defineSimulation(simulation: Simulation): Simulation {
  return simulation;
}

/** A workflow that is started, with the signals that it will get, in this order. */
export function start<Input, Steps, Signals>(
  workflow: Workflow<Input, Steps, Signals>,
  input: Input,
  more: {
    readonly signals?: { readonly [Name in keyof Signals]?: Signals[Name] };
    /** Whether somebody wishes to cancel it at some time. */
    readonly cancel?: boolean;
  } = {},
): Arrival {
  const signals = Object.entries(more.signals ?? {})
    .map(([signal, payload]) => ({ signal, payload }));
  const { name } = workflow.definition;
  return { kind: "start", workflow: name, input, signals, cancel: more.cancel ?? false };
}

/** A job that is enqueued; cancel: whether somebody wishes to cancel it at some time. */
export function enqueue(job: NewJob, more: { readonly cancel?: boolean } = {}): Arrival {
  return { kind: "enqueue", job, cancel: more.cancel ?? false };
}

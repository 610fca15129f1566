import { pill } from "./dom.js";

const tones = {
  succeeded: "good",
  failed: "bad",
  running: "busy",
  assigned: "busy",
  cancelled: "warn",
  queued: "idle",
};

/** The tone of a job's state. */
export const stateTone = (state) => tones[state] ?? "idle";

/** A job's state as a word with its tone. */
export const statePill = (state) => pill(stateTone(state), state);

const verdictTones = { passed: "good", failed: "bad", error: "bad", skipped: "idle" };

/** A verdict as a word with its tone; an open run is running. */
export const verdictPill = (verdict) =>
  verdict === null ? pill("busy", "running") : pill(verdictTones[verdict] ?? "idle", verdict);

/** A link to a job's page. @param {number | null} id */
export const jobAddress = (id) => `/dashboard/jobs/${id}`;

import type { Answer } from "./ask_live.ts";
import type { Trial } from "./requests.ts";

/** What an answer breaks of what was asked, as far as the answer shows it. */
export function brokenBy({ asked, mustRefuse }: Trial, answer: Answer): string | undefined {
  if ("refused" in answer) {
    const { status, details, message } = answer.refused;
    const isProper = ["no_candidate", "budget_exceeded", "rate_limited"].includes(details);
    if (!isProper) return `${status} ${details}: ${message}`;
    return mustRefuse && details !== "no_candidate"
      ? `refused with ${details}, not no_candidate`
      : undefined;
  }
  const { region, estimate_nano, model, service } = answer.route;
  if (mustRefuse) return `${model} was chosen for what no model may pass`;
  if (service !== asked.service) return `${model} serves ${service}`;
  if (
    asked.region !== undefined && region !== asked.region && !region.startsWith(`${asked.region}-`)
  ) {
    return `${model} is in ${region}, not in ${asked.region}`;
  }
  if (estimate_nano > (asked.max_cost_nano ?? Infinity)) {
    return `${model} may cost ${estimate_nano}`;
  }
  return undefined;
}

import { type Sent, withGateway } from "../_shared/platform/fake_gateway.ts";
import events from "./index.ts";

const secret = "sb_secret_of_the_events_test";
/** The signing key of the tests. */
export const signingKey = "the signing key of the events test";
/** What show_webhook_key answers in the tests. */
export const shown = {
  subscription_id: "01900000-0000-7000-8000-0000000000ff",
  name: "hook",
  key_version: 1,
  previous_key_until: null,
};

/** The function's project answers `answers[rpc]` while `use` runs. */
export function withAnswers(
  answers: Record<string, { status: number; body: unknown }>,
  use: (sent: readonly Sent[]) => Promise<void>,
  key = signingKey,
): Promise<void> {
  const answer = (rpc: string) => answers[rpc] ?? { status: 404, body: {} };
  return withGateway({ secret, answer, environment: { WEBHOOK_SIGNING_KEY: key } }, use);
}

/** Posts to the function with an operator's key, or with other headers. */
export async function post(path: string, headers: Record<string, string> = { apikey: secret }) {
  const request = new Request(`http://localhost/events${path}`, { method: "POST", headers });
  const response = await events.fetch(request);
  return { status: response.status, body: await response.json() };
}

import {
  type GuardedPostOptions,
  type GuardedRequest,
  guardedRequest,
} from "../../events/guarded_post.ts";
import type { PostAnswer } from "../../events/read_answer.ts";
import { UnsafeAddress } from "../../events/safe_address.ts";
import { failureOf, SendFailure } from "../send_failure.ts";

/**
 * Asks a service over the guarded door of webhooks; what is not 2xx is thrown.
 * @throws SendFailure
 */
export async function ask(
  address: string,
  request: Omit<GuardedRequest, "mostBodyBytes"> & { readonly mostBodyBytes?: number },
  options: GuardedPostOptions,
): Promise<PostAnswer> {
  if (!URL.canParse(address)) throw new SendFailure("its variable holds no URL", false);
  let answer: PostAnswer;
  try {
    const headers = { "user-agent": "cogo-agent-core", ...request.headers };
    answer = await guardedRequest(
      new URL(address),
      { mostBodyBytes: 4096, ...request, headers },
      options,
    );
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new SendFailure(message, !(thrown instanceof UnsafeAddress));
  }
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw failureOf(answer);
}

/** Posts JSON. @throws SendFailure */
export function postJson(
  address: string,
  payload: object,
  options: GuardedPostOptions,
): Promise<PostAnswer> {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return ask(address, { method: "POST", body: JSON.stringify(payload), headers }, options);
}

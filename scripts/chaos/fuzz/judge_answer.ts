import { errorCodes } from "../../../functions/_shared/platform/errors.ts";
import type { Json } from "./nonsense.ts";

/** What is wrong with an answer, or nothing. Refusals: below 500, with code, message and hint. */
export function answerFault(status: number, text: string): string | undefined {
  if (status >= 500) return `status ${status}: ${text.slice(0, 300)}`;
  if (status < 400) return undefined;
  let body: { code?: Json; message?: Json; details?: Json; hint?: Json };
  try {
    body = JSON.parse(text);
  } catch {
    return `status ${status} without JSON: ${text.slice(0, 300)}`;
  }
  const short = text.slice(0, 300);
  if (typeof body.code !== "string" || body.code === "") {
    return `${status} without a code: ${short}`;
  }
  if (typeof body.message !== "string" || body.message === "") return `no message: ${short}`;
  if (typeof body.hint !== "string" || body.hint === "") {
    return `${status} without a hint: ${short}`;
  }
  if (/^PT/.test(body.code) && !(String(body.details) in errorCodes)) return `details: ${short}`;
  return undefined;
}

import type { FakeProvider } from "../routing/fake_provider/mod.ts";

/** Where the stand-in sends attempts, one after the other. */
export interface Place {
  readonly model: string;
  readonly api_format: "openai" | "anthropic";
  readonly base_url: string;
  readonly allowed_hosts: string[];
  readonly auth_style?: string;
  readonly headers?: Record<string, string>;
}

/** A refusal as RPCs return it. */
export function refusal(status: number, details: string, more: object = {}): Response {
  const refused = { code: `PT${status}`, status, details, message: `Cannot: ${details}`, hint: "" };
  return Response.json({ refused: { ...refused, ...more } });
}

/** A place at the fake provider. */
export function placeAt(
  provider: FakeProvider,
  api_format: Place["api_format"] = "openai",
  more: Partial<Place> = {},
): Place {
  const base_url = api_format === "openai" ? provider.openaiUrl : provider.anthropicUrl;
  const auth_style = api_format === "openai" ? "bearer" : "x-api-key";
  return { model: "m1", api_format, base_url, allowed_hosts: [provider.host], auth_style, ...more };
}

/** The refusal when there is no other model. */
export const noOther = {
  details: "no_candidate",
  message: "Cannot route: no other model",
  hint: "",
};

/** The refusal of a grant that opens nothing. */
export const refusedGrant = {
  code: "PT403",
  message: "Cannot open the key",
  details: "grant_refused",
  hint: "",
};

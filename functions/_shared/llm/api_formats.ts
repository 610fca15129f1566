import { anthropic } from "./anthropic.ts";
import type { ApiFormat } from "./api_format.ts";
import { openai } from "./openai.ts";

/** The formats that the library speaks; decisions for others need the caller's own `send`. */
export const apiFormats: Readonly<Record<string, ApiFormat>> = { openai, anthropic };

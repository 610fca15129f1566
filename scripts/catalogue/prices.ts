import { z } from "zod";
import { CatalogueError, type Price } from "./catalogue.ts";

/** A number, or text that is one: public lists have both. */
export const amount = z.union([
  z.number(),
  z.string().regex(/^-?\d+(\.\d+)?(e-?\d+)?$/i, "is no number").transform(Number),
]).refine(Number.isFinite, "is no finite number");

/** Nano-dollars per million tokens that one unit of a list's prices is. */
export const units = {
  dollars_per_token: 1e15,
  cents_per_token: 1e13,
  dollars_per_million: 1e9,
} as const;

/** Prices of a list by our names, in the list's unit; undefined = not told. */
export type ListPrices = {
  readonly [Name in Exclude<keyof Price, "tiers" | "valid_from" | "request_price">]?:
    | number
    | undefined;
};

/** How a list's prices are to be read. */
export interface Reading {
  readonly unit: keyof typeof units;
  /** The model costs nothing indeed, so 0 is a price. Otherwise 0 is one that nobody filled in. */
  readonly free?: boolean;
  /** Embeddings have no output, so none need have a price. */
  readonly embeddings?: boolean;
  /** Names the row in errors. */
  readonly row: string;
}

/** @throws CatalogueError for a negative price. -1, "it depends", is for the caller to sort out. */
function toNano(value: number, name: string, { unit, row }: Reading): number {
  if (value < 0) throw new CatalogueError(`Cannot read ${row}: ${name} is negative (${value})`);
  return Math.round(value * units[unit]);
}

/** The prices that are told, in nano-dollars per million tokens; a 0 beside others is not told. */
export function ratesOf(prices: ListPrices, reading: Reading): Partial<Price> {
  const told = Object.entries(prices).flatMap(([name, value]) => {
    const nano = value === undefined ? undefined : toNano(value, name, reading);
    return nano === undefined || (nano === 0 && !reading.free) ? [] : [[name, nano]];
  });
  return Object.fromEntries(told);
}

/** The whole price, or undefined where input or output is not known: unknown is never 0. */
export function priceOf(prices: ListPrices, reading: Reading): Price | undefined {
  const { input_price, output_price, ...others } = ratesOf(prices, reading);
  const output = output_price ?? (reading.embeddings ? 0 : undefined);
  if (input_price === undefined || output === undefined) return undefined;
  return { input_price, output_price: output, ...others };
}

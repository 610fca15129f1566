declare const resolved: unique symbol;

/** Stands for a value that is known only when a step starts: data of the form `{"$ref": path}`. */
export interface Ref<Value> {
  /** Exists in types only. */
  readonly [resolved]: Value;
}

/** A reference whose fields are references too, so that paths are written as in plain code. */
export type Refs<Value> = Ref<Value> & RefFields<Value>;

type RefFields<Value> = unknown extends Value ? unknown
  : NonNullable<Value> extends readonly (infer Item)[]
    ? { readonly [index: number]: Refs<Item | Missing<Value>> }
  : NonNullable<Value> extends object ? {
      readonly [Field in keyof NonNullable<Value>]-?: Refs<
        OrNull<NonNullable<Value>[Field]> | Missing<Value>
      >;
    }
  : unknown;

/** What JSON makes of a value that may be left out. */
type OrNull<Value> = undefined extends Value ? Exclude<Value, undefined> | null : Value;

/** A field of something that may be null may be null as well. */
type Missing<Value> = null extends Value ? null : undefined extends Value ? null : never;

/** A value of this type in which any part may be a reference to a value of that part's type. */
export type Template<Value> =
  | Value
  | Ref<Value>
  | (Value extends readonly (infer Item)[] ? readonly Template<Item>[]
    : Value extends object ? { readonly [Field in keyof Value]: Template<Value[Field]> }
    : never);

/** The type of a value once its references are resolved. */
export type Resolved<Written> = Written extends Ref<infer Value> ? Value
  : Written extends object ? { readonly [Field in keyof Written]: Resolved<Written[Field]> }
  : Written;

/** What a step's input is written from: the workflow's input and the results of earlier steps. */
export interface Scope<Input, Steps> {
  readonly input: Refs<Input>;
  readonly steps: { readonly [Name in keyof Steps]: Refs<Steps[Name]> };
}

/** {@link Scope} of one item of a map step. */
export interface ItemScope<Input, Steps, Item> extends Scope<Input, Steps> {
  readonly item: Refs<Item>;
  /** The item's place in its list, from 0. */
  readonly index: Ref<number>;
}

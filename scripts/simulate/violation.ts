/** Something that must be true and is not. */
export interface Violation {
  readonly invariant: string;
  readonly problem: string;
}

/** What the runner could not do, and whether another try may help. */
export class QualityFailure extends Error {
  override name = "QualityFailure";

  /**
   * @param message What could not be done and why, with the next step.
   * @param mayPass True when a later try may succeed (network, busy machine).
   */
  constructor(message: string, readonly mayPass: boolean) {
    super(message);
  }
}

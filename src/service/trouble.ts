/**
 * A request that gave nothing. `service`: it did not answer, or refuses to; nothing more is worth asking where
 * `retryAfter` is undefined. `answer`: it answered what cannot be used.
 */
export class ServiceTrouble extends Error {
  override readonly name = 'ServiceTrouble'

  constructor(
    readonly kind: 'service' | 'answer',
    message: string,
    /** Milliseconds that the service asks to wait; null: after a while; undefined: trying again does not help. */
    readonly retryAfter?: number | null,
    /** Of HTTP. */
    readonly status?: number,
  ) {
    super(message)
  }
}

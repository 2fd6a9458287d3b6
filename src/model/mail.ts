/** Sending mail, as the clock knows it, and what can go wrong on the way. */

/** `id` is the same when it is sent again: by that a mail program may know a copy. */
export type Letter = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where a mail program stops it with one press (RFC 8058); null for what nobody asked to be kept informed by. */
  readonly unsubscribe: string | null
}

export type Postman = {
  /**
   * Throws MailRefused when it will never arrive, and MailDelayed when the other side asks to come back; any other
   * error is ours: no server, or one that does not let us in.
   */
  send(message: Letter): Promise<void>
}

/**
 * Why a message is not there: the address does not exist, the box is full, it was refused, the other side asks to come
 * back later, our own server is away, or who it was for works here no more, or sending it goes wrong with us each time.
 */
export type Trouble = 'address' | 'full' | 'refused' | 'later' | 'away' | 'left' | 'ours'

/** How a message fares: on its way, sent, or why not. No body: what is in it is for the recipient. */
export type Fare = {
  readonly id: string
  readonly kind: string
  readonly recipient: string
  /** Null of a kind of letter that holds a secret. */
  readonly subject: string | null
  readonly object: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly tries: number
  readonly tryAfter: Date | null
  readonly trouble: Trouble | null
  readonly said: string | null
  /** Not tried any more. */
  readonly failed: boolean
}

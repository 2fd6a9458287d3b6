/** Sending mail, as the clock knows it. */

export type Postman = {
  /** Throws MailRefused when it will never arrive; any other error may be tried again. */
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>
}

/** The other side says no for good (an SMTP answer of 5xx), or the address is no address. */
export class MailRefused extends Error {}

/** What the other side says of a message. */

/** The other side says no for good (an SMTP answer of 5xx), or the address is no address. */
export class MailRefused extends Error {
  readonly trouble: 'address' | 'full' | 'refused'
  constructor(message: string, trouble: MailRefused['trouble'] = 'refused', options?: ErrorOptions) {
    super(message, options)
    this.trouble = trouble
  }
}

/** The other side asks to come back later (an SMTP answer of 4xx about this recipient or this message). */
export class MailDelayed extends Error {}

/**
 * What an SMTP answer of 5xx says of the recipient: by the extended code (RFC 3463) when there is one, else by the
 * plain code (RFC 5321, 4.2.3).
 */
export function refusalOf(code: number, answer: string): MailRefused['trouble'] {
  const [, subject, detail] = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(answer) ?? []
  if (subject !== undefined) {
    if (subject === '1') return Number(detail) <= 6 || detail === '10' ? 'address' : 'refused'
    if (subject === '2') return detail === '2' ? 'full' : detail === '1' ? 'address' : 'refused'
    return 'refused'
  }
  if (code === 552) return 'full'
  if (code === 551 || code === 553) return 'address'
  return code === 550 && /unknown|no such|not exist|not found|invalid/i.test(answer) ? 'address' : 'refused'
}

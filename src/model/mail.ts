/** Sending mail, as the clock knows it, and what can go wrong on the way. */

export type Postman = {
  /**
   * Throws MailRefused when it will never arrive, and MailDelayed when the other side asks to come back; any other
   * error is ours: no server, or one that does not let us in.
   */
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>
}

/**
 * Why a message is not there: the address does not exist, the box is full, it was refused, the other side asks to come
 * back later, our own server is away, or who it was for works here no more.
 */
export type Trouble = 'address' | 'full' | 'refused' | 'later' | 'away' | 'left'

/** How a message fares: on its way, sent, or why not. No body: what is in it is for the recipient. */
export type Fare = {
  readonly id: string
  readonly kind: string
  readonly recipient: string
  readonly subject: string
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

/** What it means for whoever sent it, and what to do. Undefined: nothing is wrong. */
export const TROUBLES: Readonly<Record<Trouble, { readonly what: string; readonly todo: string }>> = {
  address: {
    what: 'Dit e-mailadres bestaat niet bij de ontvanger.',
    todo: 'Controleer het adres, bijvoorbeeld door te bellen, en verstuur opnieuw aan het goede adres.',
  },
  full: {
    what: 'Het postvak van de ontvanger is vol.',
    todo: 'Bel de ontvanger, of gebruik een ander e-mailadres. Probeer het daarna opnieuw.',
  },
  refused: {
    what: 'De mailserver van de ontvanger weigerde dit bericht.',
    todo: 'Bel de ontvanger, of gebruik een ander e-mailadres. Gebeurt het vaker? Vraag de beheerder van uw e-mail.',
  },
  later: {
    what: 'De mailserver van de ontvanger vroeg om het later nog eens te proberen.',
    todo: 'U hoeft niets te doen. Wij proberen het zeven dagen lang steeds opnieuw.',
  },
  away: {
    what: 'Onze eigen mailserver is niet te bereiken of laat ons niet binnen.',
    todo: 'U hoeft niets te doen. Wij proberen het zeven dagen lang opnieuw. Duurt het lang? Vraag de beheerder.',
  },
  left: {
    what: 'Deze persoon is geblokkeerd of werkt hier niet meer.',
    todo: 'Vraag wie het werk overnam.',
  },
}

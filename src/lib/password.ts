/** Passwords: argon2id (RFC 9106) in the form of PHC strings, and what makes one acceptable (ASVS 5.0 6.2). */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { heavy } from './heavy.ts'
import { inTurns } from './in-turn.ts'
import type { Weakness } from './password-strength.ts'

const derive = promisify(argon2)
/** OWASP's parameters: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
export const SHORTEST = 12
export const LONGEST = 128

// Each takes 19 MiB: not more than two at a time, however many people knock; who does not fit is told to come back.
const inTurn = inTurns({ running: 2, waiting: 40 })

/**
 * A password as it is measured and kept, on every path: one form for signs that look alike (NFKC, NIST SP 800-63B), and
 * without the spaces around it that copying brings along.
 */
export const normalPassword = (typed: string): string =>
  typed.replaceAll('\0', '').toWellFormed().normalize('NFKC').trim()

const derived = (password: string, nonce: Buffer, cost: typeof COST, ahead: boolean) =>
  inTurn(() => derive('argon2id', { message: normalPassword(password), nonce, tagLength: 32, ...cost }), { ahead })

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Throws Busy when too many ask at once. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derived(password, nonce, COST, true)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(hash)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/

/**
 * Whether the password belongs to what was kept. Without anything kept it takes just as long and is false: time tells
 * no one who has an account. `ahead`: somebody we know, who goes before strangers. Throws Busy when too many ask at
 * once.
 */
export async function verifyPassword(password: string, kept: string | null, { ahead = false } = {}): Promise<boolean> {
  const [, m, t, p, salt, hash] = PHC.exec(kept ?? '') ?? []
  const cost = m === undefined ? COST : { memory: Number(m), passes: Number(t), parallelism: Number(p) }
  const nonce = salt === undefined ? Buffer.alloc(16) : Buffer.from(salt, 'base64')
  // Longer than can have been kept: not worth more work than any other.
  const made = await derived(sizeOf(password) > LONGEST ? '' : password, nonce, cost, ahead)
  return hash !== undefined && timingSafeEqual(made, Buffer.from(hash, 'base64')) && sizeOf(password) <= LONGEST
}

/** In code points, of the form that is kept. */
const sizeOf = (password: string): number => [...normalPassword(password)].length

/** The power of ten of guesses that a password has to withstand: with argon2id, lifetimes of a large machine. */
const ENOUGH = 10
/** Loading the words included, on a machine that is busy. */
const MILLISECONDS = 30_000

const WEAK: Readonly<Record<Weakness, string>> = {
  own: 'Dit wachtwoord lijkt op uw naam, uw e-mailadres of de naam van de gemeente.',
  repeat: 'Dit wachtwoord herhaalt steeds hetzelfde.',
  keys: 'Dit wachtwoord volgt een rij toetsen. Dat is makkelijk te raden.',
  series: 'Dit wachtwoord is een bekende reeks. Dat is makkelijk te raden.',
  common: 'Dit wachtwoord staat op lijsten van veelgebruikte wachtwoorden.',
  words: 'Dit wachtwoord is makkelijk te raden.',
}

/**
 * What is wrong with a new password, in Dutch sentences, or undefined. No rules about kinds of signs (NIST SP
 * 800-63B): its length counts, and how many guesses it takes of somebody who knows Dutch, English, common passwords and
 * `context` (name, address, city). Throws Busy when too many ask at once.
 */
export async function passwordProblem(password: string, context: readonly string[] = []): Promise<string | undefined> {
  if (sizeOf(password) < SHORTEST)
    return `Kies een wachtwoord van minstens ${SHORTEST} tekens. Een paar woorden achter elkaar werkt goed.`
  if (sizeOf(password) > LONGEST) return `Kies een wachtwoord van hoogstens ${LONGEST} tekens.`
  const { digits, weakness } = await heavy(
    'password-strength',
    { password: normalPassword(password), own: wordsOf([...context, ...OURS]) },
    MILLISECONDS,
  )
  return digits >= ENOUGH ? undefined : `${WEAK[weakness]} Kies vier woorden die niets met elkaar te maken hebben.`
}

const OURS = ['leidraad', 'gemeente', 'welkom', 'wachtwoord', 'digitale', 'nulmeting']

/** The words of each text, and the text without what stands between them. */
function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => {
    const parts = normalPassword(text)
      .toLowerCase()
      .slice(0, 200)
      .split(/[^\p{L}\p{N}]+/u)
    return [...parts, parts.join('')]
  })
  return [...new Set(words.filter((word) => word.length >= 3))]
}

/** Passwords: argon2id (RFC 9106) in the form of PHC strings, and what makes one acceptable (ASVS 5.0 6.2). */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
/** OWASP's parameters: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
export const SHORTEST = 12
export const LONGEST = 128

// Each takes 19 MiB: not more than two at a time, however many people knock.
let running = 0
const waiting: (() => void)[] = []
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await inTurn(() =>
    derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: 32, ...COST }),
  )
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(hash)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/

/**
 * Whether the password belongs to what was kept. Without anything kept it takes just as long and is false: time tells
 * no one who has an account.
 */
export async function verifyPassword(password: string, kept: string | null): Promise<boolean> {
  const [, m, t, p, salt, hash] = PHC.exec(kept ?? '') ?? []
  const cost = m === undefined ? COST : { memory: Number(m), passes: Number(t), parallelism: Number(p) }
  const nonce = salt === undefined ? Buffer.alloc(16) : Buffer.from(salt, 'base64')
  const made = await inTurn(() =>
    derive('argon2id', { message: password.normalize('NFKC').slice(0, LONGEST), nonce, tagLength: 32, ...cost }),
  )
  return hash !== undefined && timingSafeEqual(made, Buffer.from(hash, 'base64'))
}

const COMMON = [
  'wachtwoord',
  'password',
  'welkom',
  'qwerty',
  'azerty',
  '123456',
  'abc123',
  'letmein',
  'geheim',
  'zomer',
  'winter',
  'lente',
  'herfst',
  'leidraad',
  'gemeente',
  'admin',
  'iloveyou',
]

/**
 * What is wrong with a new password, in a Dutch sentence, or undefined. No rules about kinds of signs (NIST SP
 * 800-63B): length counts,
 * and what is left when common words and `context` (name, address, city) are taken out.
 */
export function passwordProblem(password: string, context: readonly string[] = []): string | undefined {
  if ([...password].length < SHORTEST)
    return `Kies een wachtwoord van minstens ${SHORTEST} tekens. Een paar woorden achter elkaar werkt goed.`
  if ([...password].length > LONGEST) return `Kies een wachtwoord van hoogstens ${LONGEST} tekens.`
  const words = [
    ...COMMON,
    ...context.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4),
  ]
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase()).replace(/^(.)\1+$/u, '')
  if (new Set(rest).size < 5)
    return 'Dit wachtwoord is makkelijk te raden. Kies woorden die niets met u of de gemeente te maken hebben.'
  return undefined
}

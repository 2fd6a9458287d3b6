/** The seal of a form that anybody may send: that it is ours, and how old it is. It asks nothing of a person. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { newToken } from './token.ts'

/** Seconds: sent sooner it was no person, sent later it comes back with what was filled in. */
const LEAST = 3
const MOST = 24 * 3600

const signed = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(`form/${text}`).digest('base64url')

/** What a form carries: a secret of its own and the second at which it was made, signed. `now` in milliseconds. */
export function newSeal(key: Buffer, now: number): string {
  const text = `${newToken()}.${Math.floor(now / 1000)}`
  return `${text}.${signed(key, text)}`
}

export type SealState = 'good' | 'too-soon' | 'too-late' | 'forged'
/** Whether a form is one of ours, and not sent faster than a person writes or long after. `now` in milliseconds. */
export function sealState(key: Buffer, seal: string, now: number): SealState {
  const [nonce = '', made = '', is = ''] = seal.split('.')
  const [given, ought] = [Buffer.from(is), Buffer.from(signed(key, `${nonce}.${made}`))]
  if (!/^\d{1,12}$/.test(made) || given.length !== ought.length || !timingSafeEqual(given, ought)) return 'forged'
  const age = now / 1000 - Number(made)
  if (age < LEAST) return 'too-soon'
  return age > MOST ? 'too-late' : 'good'
}

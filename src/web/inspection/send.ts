/**
 * Sends what stands on the phone: answers first, then each photo that the receipt says is not in. Only what is in whole
 * leaves the phone. Whether there is a connection the server says, not the browser.
 */
import { drop, keep, type Kept } from './kept.ts'

type Stand = { readonly token: string; readonly voor: string; readonly who: string }
type Receipt = { readonly differs: boolean; readonly photos: readonly string[] }
type Said = { readonly receipt?: Receipt; readonly photo?: string; readonly refused?: string }

export type Sent =
  /** The server was not reached, or was too busy. */
  | { readonly how: 'away' }
  /** Nobody is signed in, or somebody else. */
  | { readonly how: 'signed-out' }
  | { readonly how: 'in'; readonly differs: readonly string[]; readonly refused: number }

/** Thrown to end a round of sending. */
class Stop extends Error {
  readonly how: 'away' | 'signed-out'
  constructor(how: 'away' | 'signed-out') {
    super(how)
    this.how = how
  }
}

/** What the server says in JSON; anything else is a page of signing in, a refusal or a fault. */
async function said<T>(address: string, body?: FormData): Promise<T> {
  const answer = await fetch(address, body ? { method: 'POST', body } : { cache: 'no-store' }).catch(() => {
    throw new Stop('away')
  })
  const json = (answer.headers.get('content-type') ?? '').startsWith('application/json')
  if (answer.ok && json) return (await answer.json()) as T
  throw new Stop(answer.redirected || answer.status === 403 || answer.status === 404 ? 'signed-out' : 'away')
}

const formOf = (stand: Stand, one: Kept): FormData => {
  const form = new FormData()
  const fields = { token: stand.token, voor: stand.voor, antwoord: 'json', nummer: one.id, keer: `${one.no}` }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

/** One inspection with its photos. Gives whether it is in, refused, or in beside something else. */
async function sendOne(stand: Stand, one: Kept): Promise<'in' | 'differs' | 'refused'> {
  const at = one.premises.slice(-12)
  const place = `/balie/schouw/${one.round}/panden/${one.premises}`
  const form = formOf(stand, one)
  for (const [question, answer] of Object.entries(one.answers)) form.append(`${question}-${at}`, answer)
  form.append(`opmerking-${at}`, one.remark)
  form.append('gezien', one.seenAt)
  for (const { hash } of one.photos) form.append('hash', hash)
  const { receipt, refused } = await said<Said>(place, form)
  if (!receipt) {
    await keep({ ...one, state: 'refused', tries: one.tries + 1, trouble: refused ?? '' })
    return 'refused'
  }
  for (const hash of receipt.photos) {
    const photo = one.photos.find((each) => each.hash === hash)
    if (!photo) continue
    const body = formOf(stand, one)
    body.append('foto', new File([photo.bytes], 'foto.jpg', { type: 'image/jpeg' }))
    const answer = await said<Said>(`${place}/fotos`, body)
    if (answer.photo !== hash) {
      await keep({ ...one, state: 'refused', tries: one.tries + 1, trouble: answer.refused ?? '' })
      return 'refused'
    }
  }
  // Asked again, now that all is sent: the receipt says whether anything lacks.
  const whole = await said<Said>(place, form)
  if (whole.receipt?.photos.length !== 0) throw new Stop('away')
  await drop(one.id)
  return receipt.differs ? 'differs' : 'in'
}

/** Sends these, in order, each whole. Asks for a fresh token first: who signed in anew has another. */
export async function sendAll(round: string, who: string, all: readonly Kept[]): Promise<Sent> {
  const differs: string[] = []
  let refused = 0
  try {
    const stand = await said<Stand>(`/balie/schouw/${round}/stand`)
    if (stand.who !== who) return { how: 'signed-out' }
    for (const one of all) {
      const how = await sendOne(stand, one)
      if (how === 'differs') differs.push(one.name)
      if (how === 'refused') refused++
    }
  } catch (error) {
    if (error instanceof Stop) return { how: error.how }
    throw error
  }
  return { how: 'in', differs, refused }
}

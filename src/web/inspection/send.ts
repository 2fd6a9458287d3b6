/**
 * Sends what stands on the phone: answers first, then each photo that the receipt says is not in. Only what is in whole
 * leaves the phone. Whether there is a connection the server says, not the browser.
 */
import { allKept, change, sameWork, type Kept, type Turn } from './kept.ts'

/** `who`, `name`: of who is signed in. */
type Stand = {
  readonly token: string
  readonly voor: string
  readonly who: string
  readonly name: string
}
type Receipt = { readonly differs: boolean; readonly photos: readonly string[] }
type Said = {
  readonly receipt?: Receipt
  /** What a correction of it is called. */
  readonly next?: Turn
  readonly photo?: string
  readonly refused?: string
}

type Stopped =
  /** The server was not reached, or was too busy. */
  | { readonly how: 'away' }
  | { readonly how: 'signed-out' }
  /** Somebody else is signed in on this phone than whose work it is. */
  | { readonly how: 'other'; readonly name: string }
  /** Who is signed in walks no rounds any more. */
  | { readonly how: 'no-role' }
  /** The round is gone, or is of others now. */
  | { readonly how: 'gone' }
export type Sent = Stopped | { readonly how: 'in'; readonly differs: readonly string[]; readonly refused: number }
/** Told of one that is in whole, so that it leaves the phone. */
export type Taken = (sent: Kept, next: Turn) => Promise<unknown>

/** Thrown to end a round of sending. */
class Stop extends Error {
  readonly why: Stopped
  constructor(why: Stopped) {
    super(why.how)
    this.why = why
  }
}

/** What the server says in JSON; anything else is a page of signing in, a refusal or a fault. */
async function said<T>(address: string, body?: FormData): Promise<T> {
  const answer = await fetch(address, body ? { method: 'POST', body } : { cache: 'no-store' }).catch(() => {
    throw new Stop({ how: 'away' })
  })
  const json = (answer.headers.get('content-type') ?? '').startsWith('application/json')
  if (answer.ok && json) return (await answer.json()) as T
  if (answer.redirected) throw new Stop({ how: 'signed-out' })
  if (answer.status === 403) throw new Stop({ how: 'no-role' })
  throw new Stop({ how: answer.status === 404 ? 'gone' : 'away' })
}

const formOf = (stand: Stand, one: Kept): FormData => {
  const form = new FormData()
  const fields = { token: stand.token, voor: stand.voor, antwoord: 'json', nummer: one.id, keer: `${one.no}` }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

/** Says of what was sent that it was not taken; what was changed meanwhile is not what was refused. */
const refusedAs = (sent: Kept, trouble: string | undefined): Promise<unknown> =>
  change(sent.id, (now) =>
    now.state === sent.state && sameWork(now, sent)
      ? { ...now, state: 'refused', tries: sent.tries + 1, trouble: trouble ?? '' }
      : now,
  )

/** One inspection with its photos. Gives whether it is in, refused, or in beside something else. */
async function sendOne(stand: Stand, one: Kept, taken: Taken): Promise<'in' | 'differs' | 'refused'> {
  const at = one.premises.slice(-12)
  const place = `/balie/schouw/${one.round}/panden/${one.premises}`
  const form = formOf(stand, one)
  for (const [question, answer] of Object.entries(one.answers)) form.append(`${question}-${at}`, answer)
  form.append(`opmerking-${at}`, one.remark)
  form.append('gezien', one.seenAt)
  for (const { hash } of one.photos) form.append('hash', hash)
  const { receipt, refused } = await said<Said>(place, form)
  if (!receipt) {
    await refusedAs(one, refused)
    return 'refused'
  }
  for (const hash of receipt.photos) {
    const photo = one.photos.find((each) => each.hash === hash)
    if (!photo) continue
    const body = formOf(stand, one)
    body.append('foto', new File([photo.bytes], 'foto.jpg', { type: 'image/jpeg' }))
    const answer = await said<Said>(`${place}/fotos`, body)
    if (answer.photo !== hash) {
      await refusedAs(one, answer.refused)
      return 'refused'
    }
  }
  // Asked again, now that all is sent: the receipt says whether anything lacks.
  const whole = await said<Said>(place, form)
  if (whole.receipt?.photos.length !== 0 || !whole.next) throw new Stop({ how: 'away' })
  await taken(one, whole.next)
  return receipt.differs ? 'differs' : 'in'
}

/** Why a round does not open: somebody else is signed in, or it is not theirs any more. */
async function whoIsHere(who: string): Promise<Sent> {
  try {
    const here = await said<Pick<Stand, 'who' | 'name'>>('/balie/schouw/wie')
    return here.who === who ? { how: 'gone' } : { how: 'other', name: here.name }
  } catch (error) {
    if (error instanceof Stop) return error.why
    throw error
  }
}

/** Sends these, in order, each whole. Asks for a fresh token first: who signed in anew has another. */
export async function sendAll(round: string, who: string, all: readonly Kept[], taken: Taken): Promise<Sent> {
  const differs: string[] = []
  let refused = 0
  try {
    const stand = await said<Stand>(`/balie/schouw/${round}/stand`)
    if (stand.who !== who) return { how: 'other', name: stand.name }
    for (const { id } of all) {
      // As it stands now: it may have been opened again while another was on its way.
      const one = (await allKept()).find((each) => each.id === id)
      if (!one || one.state === 'draft') continue
      const how = await sendOne(stand, one, taken)
      if (how === 'differs') differs.push(one.name)
      if (how === 'refused') refused++
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return error.why.how === 'gone' ? whoIsHere(who) : error.why
  }
  return { how: 'in', differs, refused }
}

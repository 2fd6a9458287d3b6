/** What every page and act of a request at the desk starts with: the request, its kind, and whether it is one's own. */
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { monthsOn } from '../../lib/months.ts'
import type { Register } from '../../model/register.ts'
import type { RequestKind } from '../../model/request.ts'
import { forbidden, missing, overtaken, type Asked, type Reply } from '../../web/desk/route.ts'
import { mailRequester } from './acts-store.ts'
import { news } from './letters.ts'
import { secretOf } from './rules.ts'
import { isOvertaken, requestById, requesterOf, type DeskRequest, type Requester } from './store.ts'

export type RequestDeps = {
  /** Of the installation, which makes codes and links. */
  readonly key: Buffer
  readonly requestKinds: readonly RequestKind[]
  readonly registers: readonly Register[]
  /** Whom the entry at a public path names: an address to reach them at, and an owner; empty where it does not. */
  readonly namedAt: (
    tx: Tx,
    municipality: string,
    path: string,
  ) => Promise<{ readonly contact: string; readonly owner: string }>
}

/** The kind of a request; one that is no longer in the files is told by what is known of it. */
export const kindOf = ({ requestKinds }: RequestDeps, id: string): RequestKind | undefined =>
  requestKinds.find((kind) => kind.id === id)

export type Held = { readonly request: DeskRequest; readonly requester: Requester; readonly kind: RequestKind }

/**
 * The request of the address, held, when it is one's own, and open or closed as `during` asks. The form of `what` says
 * which step stood last on the screen, so that nobody acts on what changed meanwhile.
 */
export async function own(
  { tx, municipality, params, who, sent }: Asked<Tx>,
  deps: RequestDeps,
  what: string,
  during: 'open' | 'closed' | 'either' = 'open',
): Promise<Held | { readonly no: Reply }> {
  const request = await requestById(tx, municipality.id, params['residentRequest']!, 'to-change')
  if (!request) return { no: missing }
  if (request.handler !== who.id) return { no: forbidden('Een ander behandelt dit verzoek. Neem het eerst over.') }
  if (during === 'open' && request.closedAt !== null) return { no: overtaken('Dit verzoek is intussen afgesloten.') }
  if (during === 'closed' && request.closedAt === null) return { no: overtaken('Dit verzoek loopt nog.') }
  const kind = kindOf(deps, request.kind)
  const requester = await requesterOf(tx, municipality.id, request.requester)
  if (!kind || !requester) return { no: missing }
  const seen = sent.mark(`stap-${what}`)
  // What one did oneself on the page is seen: it does not come between.
  const at = /^\d{1,9}$/.test(seen) ? Number(seen) : undefined
  if (at !== undefined && (await isOvertaken(tx, municipality.id, request.id, { seen: at, me: who.id })))
    return { no: overtaken('Er is intussen iets bij gekomen. Lees het, en doe het dan opnieuw.') }
  return { request, requester, kind }
}

/** The day on which the words go, when it ends today. */
export const wipeOn = ({ keptMonths }: Pick<DeskRequest, 'keptMonths'>, today: string): string =>
  monthsOn(today, keptMonths)

/** Tells who asked that there is news, without a word of it. `no`: of the step, so that each is mailed once. */
export async function tell(
  { tx, municipality, origin }: Pick<Asked<Tx>, 'tx' | 'municipality' | 'origin'>,
  { key }: RequestDeps,
  { request, requester }: { readonly request: Pick<DeskRequest, 'id'>; readonly requester: Requester },
  no: number,
  asked = false,
): Promise<boolean> {
  const { lang } = requester
  const link = `${origin}${lang === 'en' ? '/en' : ''}/verzoeken/${secretOf(key, requester.id, requester.codeNo)}`
  const contact = await contactOf(tx, municipality.id)
  const letter = news({ lang, city: municipality.name, contact, link }, asked)
  return mailRequester(tx, municipality.id, requester.id, { mark: `${request.id}/${no}`, ...letter })
}

/** What the desk says after an act: how the resident hears of it. */
export const toldBy = (done: string, mailed: boolean): string =>
  mailed
    ? `${done} De inwoner krijgt een e-mail dat er nieuws is.`
    : `${done} De inwoner heeft geen e-mailadres gegeven: hij leest het met zijn code.`

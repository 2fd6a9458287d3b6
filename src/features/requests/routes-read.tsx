/** Requests at the desk, to read: the list by term, one of them, and a photo. */
import type { Tx } from '../../db/as.ts'
import { registerFor } from '../../catalogue/registers.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { allows } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/form.tsx'
import { missing, notRight, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { PLACE } from './acting.ts'
import { explains, mayHandle, mayNotTake } from './desk-rules.ts'
import { kindOf, type RequestDeps } from './here.ts'
import { letterOf } from './routes-letter.tsx'
import { RequestsPage } from './page-list.tsx'
import { RequestPage } from './page-request.tsx'
import { alike, besideIt } from './beside-store.ts'
import type { Came } from './request-props.ts'
import { handlers, nameOf, publicEntries } from './people-store.ts'
import {
  countRequests,
  fileById,
  filesOf,
  listRequests,
  requestById,
  requesterOf,
  stepsOf,
  textsOf,
  type DeskRequest,
} from './store.ts'
import { notes, weaknessOf } from './weakness-store.ts'

/** What an explanation may name, where the kind asks for one. */
export async function namesFor({ tx, municipality }: Asked<Tx>, deps: RequestDeps, request: DeskRequest) {
  const kind = kindOf(deps, request.kind)
  const read = async (purpose: string) => {
    const register = registerFor(deps.registers, purpose)
    if (!register) return []
    const rows = await publicEntries(tx, municipality.id, register.id)
    return rows.map(({ slug, title }) => ({ value: `/registers/${register.id}/${slug}`, label: title }))
  }
  return kind && explains(kind) ? { algorithms: await read('algorithm'), flows: await read('data-flow') } : undefined
}

/** The page of a request, with what came back of a form that was not right. */
export async function shown(asked: Asked<Tx>, deps: RequestDeps, request: DeskRequest, came: Came = {}) {
  const { tx, municipality, who, view, today } = asked
  const mine = request.handler === who.id
  const requester = mine ? await requesterOf(tx, municipality.id, request.requester) : undefined
  const open = mine && request.closedAt === null
  const kind = kindOf(deps, request.kind)
  const weak = mine && kind?.course === 'weakness'
  const mayTell = allows(who.roles, 'weakness.tell')
  return (
    <RequestPage
      {...{ view, request, requester, came, today }}
      kinds={deps.requestKinds}
      kind={kind}
      weakness={weak ? await weaknessOf(tx, municipality.id, request.id) : undefined}
      notes={weak && mayTell ? await notes(tx, municipality.id, request.id) : []}
      mayTell={mayTell}
      steps={await stepsOf(tx, municipality.id, request.id)}
      texts={mine ? await textsOf(tx, municipality.id, request.id) : []}
      files={mine ? await filesOf(tx, municipality.id, request.id) : []}
      handler={await nameOf(tx, municipality.id, request.handler)}
      named={request.again > 0 ? undefined : await nameOf(tx, municipality.id, request.named)}
      entry={await deps.namedAt(tx, municipality.id, request.about)}
      beside={mine ? await besideIt(tx, municipality.id, request) : []}
      alike={open && kind ? await alike(tx, municipality.id, who.id, { ...request, about: kind.about }) : []}
      colleagues={open ? await handlers(tx, municipality.id, request.role, who.id) : []}
      names={open ? await namesFor(asked, deps, request) : undefined}
      mayTake={mayHandle(who.roles, request) && !mine}
      mayCode={allows(who.roles, 'request.type')}
      mayNot={mayNotTake(request, who.id)}
    />
  )
}

/** The page again, with what is not right at its field; what was typed in the part stands there as it was. */
export const wrong = async (
  asked: Asked<Tx>,
  deps: RequestDeps,
  request: DeskRequest,
  path: string,
  problems: Problems,
): Promise<Reply> => notRight(await shown(asked, deps, request, { part: { path, problems } }))

const SHOWS = ['mine', 'open', 'closed'] as const
const SHOW_WORDS = { mine: 'mijn', open: 'open', closed: 'afgesloten' } as const

const list = (deps: RequestDeps): Route<Tx> => ({
  method: 'GET',
  path: '/verzoeken',
  may: 'request.read',
  answer: async ({ tx, municipality, view, who, query, today }) => {
    const show = SHOWS.find((each) => SHOW_WORDS[each] === query.get('toon')) ?? 'open'
    const kind = kindOf(deps, query.get('soort') ?? '')?.id ?? ''
    const q = (query.get('q') ?? '').trim().slice(0, 100).replaceAll('\0', '')
    const at = Math.min(Math.max(Math.floor(Number(query.get('pagina')) || 1), 1), 10_000)
    const asking = { show, kind, q, page: at }
    const requests = await listRequests(tx, municipality.id, who.id, asking)
    const counts = await countRequests(tx, municipality.id, who.id, today)
    const mayType = allows(who.roles, 'request.type')
    const mayDo = allows(who.roles, 'request.handle')
    return page(
      <RequestsPage {...{ view, requests, counts, today, mayType, mayDo }} asking={asking} kinds={deps.requestKinds} />,
    )
  },
})

const one = (deps: RequestDeps): Route<Tx> => ({
  method: 'GET',
  path: PLACE,
  may: 'request.read',
  answer: async (asked) => {
    const request = await requestById(asked.tx, asked.municipality.id, asked.params['residentRequest']!, 'to-read')
    return request ? page(await shown(asked, deps, request)) : missing
  },
})

const letter = (deps: RequestDeps): Route<Tx> => ({
  method: 'GET',
  path: `${PLACE}/brief`,
  may: 'request.handle',
  answer: async (asked) => {
    const { tx, municipality, params, who, query } = asked
    const request = await requestById(tx, municipality.id, params['residentRequest']!, 'to-read')
    if (!request || request.handler !== who.id) return missing
    const found = await letterOf(asked, deps, request, query.get('antwoord') ?? '')
    return found ? page(found.page()) : missing
  },
})

const photo: Route<Tx> = {
  method: 'GET',
  path: `${PLACE}/foto/:requestFile`,
  may: 'request.handle',
  answer: async ({ tx, municipality, params }) => {
    const request = await requestById(tx, municipality.id, params['residentRequest']!, 'to-read')
    const file = request && (await fileById(tx, municipality.id, request.id, params['requestFile']!))
    if (!file) return missing
    return {
      kind: 'file',
      name: `verzoek-${spoken(request.number)}-${file.no}.jpg`,
      media: 'image/jpeg',
      body: file.bytes,
    }
  },
}

export const readRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [list(deps), one(deps), letter(deps), photo]

/** Somebody at the counter, on the telephone or with a paper form: a member of staff types the request in. */
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { isDate } from '../../lib/iso-date.ts'
import { daysOn } from '../../lib/months.ts'
import { newToken } from '../../lib/token.ts'
import type { Channel, ForWhom } from '../../vocabulary/request.ts'
import { go, missing, page, type Asked, type Route } from '../../web/desk/route.ts'
import { typedToday, typeRequest } from './acts-store.ts'
import { composed, emptyForm, filledFrom } from './compose.ts'
import { kindOf, type RequestDeps } from './here.ts'
import { promised, received } from './letters.ts'
import { says } from './messages.ts'
import { KindsPage, ReceiptPage, TypePage, type TypedIn } from './page-type.tsx'
import { besides, codeOf, numbersIn, problemsOf, secretOf, whomOf } from './rules.ts'
import { codeRoutes } from './routes-code.tsx'
import { requestById } from './store.ts'

const TYPED: readonly Channel[] = ['counter', 'phone', 'paper', 'letter']
/** Days that a paper may have lain: what is older is a question for who handles it. */
const LAIN = 60

/** What the form says beside the request itself, and what is not right about that. */
function typedIn({ sent, today }: Asked<Tx>, whoms: readonly ForWhom[]) {
  const channel = TYPED.find((each) => each === sent.text('hoe'))
  const whom = whoms.find((each) => each === sent.text('voor-wie'))
  const on = sent.text('op')
  const problems: Record<string, string> = {}
  if (channel === undefined) problems['hoe'] = 'Kies hoe het verzoek binnenkwam.'
  if (whom === undefined) problems['voor-wie'] = 'Kies voor wie het is.'
  if (!isDate(on) || on > today || on < daysOn(today, -LAIN))
    problems['op'] = 'Vul de dag in waarop het binnenkwam: vandaag of eerder, hoogstens 60 dagen terug.'
  return { typed: { channel, whom, on, english: sent.all('engels').includes('ja') }, problems }
}

const BSN = 'Dit lijkt een burgerservicenummer (BSN). Haal het weg, of verstuur het zo.'

const typeIn = (deps: RequestDeps): Route<Tx> => ({
  method: 'POST',
  path: '/verzoeken/nieuw/:requestKind',
  may: 'request.type',
  answer: async (asked) => {
    const { tx, municipality, who, view, sent, params, origin } = asked
    const kind = kindOf(deps, params['requestKind']!)
    if (!kind) return missing
    const { typed, problems: wrong } = typedIn(asked, whomOf(kind))
    const whom = typed.whom ?? whomOf(kind)[0]!
    const others = besides(deps.requestKinds, kind)
    const filled = filledFrom(sent, kind, others, { whom, seal: sent.mark('formulier') || newToken() })
    // A number that nobody need give is said once, and then taken as it is.
    const seen = sent.mark('nummer-gezien') === 'ja'
    const numbers = seen ? [] : numbersIn(kind, filled).map((field) => [field, BSN] as const)
    const given = problemsOf(kind, filled, 'nl', says('nl').say, () => undefined)
    const problems = { ...wrong, ...Object.fromEntries(numbers), ...given }
    const warned = seen || numbers.length > 0
    if (typed.channel === undefined || Object.keys(problems).length > 0)
      return page(<TypePage {...{ view, kind, others, filled, typed, problems, warned }} />, 422)
    const lang = typed.english ? ('en' as const) : ('nl' as const)
    const how = { key: deps.key, municipality: municipality.id, lang, channel: typed.channel, typedBy: who.id } as const
    const { due, ...made } = composed(
      { ...how, receivedOn: typed.on, about: '', fields: undefined },
      kind,
      others.filter(({ id }) => filled.more.includes(id)),
      filled,
    )
    const link = `${origin}${lang === 'en' ? '/en' : ''}/verzoeken/${secretOf(deps.key, made.id)}`
    const day = promised(kind, due, typed.on)
    const mail = received(
      { lang, city: municipality.name, contact: await contactOf(tx, municipality.id), link },
      day.on < asked.today ? undefined : day,
    )
    await typeRequest(tx, { ...made, mail })
    return go(`/balie/verzoeken/${made.requests[0]!.id}/bewijs`, 'Het verzoek is ontvangen. Geef dit bewijs mee.')
  },
})

const receipt = (deps: RequestDeps): Route<Tx> => ({
  method: 'GET',
  path: '/verzoeken/:residentRequest/bewijs',
  may: 'request.type',
  answer: async ({ tx, municipality, view, params, origin, today }) => {
    const request = await requestById(tx, municipality.id, params['residentRequest']!, 'to-read')
    const typed = request && (await typedToday(tx, municipality.id, request.id))
    const kind = request && kindOf(deps, request.kind)
    if (!request || !typed || !kind) return missing
    const { lang, requester, no } = typed
    const code = codeOf(deps.key, requester, no)
    const link = `${origin}${lang === 'en' ? '/en' : ''}/verzoeken/${secretOf(deps.key, requester, no)}`
    const contact = await contactOf(tx, municipality.id)
    return page(<ReceiptPage {...{ view, request, kind, code, link, lang, origin, today, contact }} />)
  },
})

const NOTHING: TypedIn = { channel: undefined, whom: undefined, on: '', english: false }

export const typeRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/verzoeken/nieuw',
    may: 'request.type',
    answer: async ({ view }) => page(<KindsPage view={view} kinds={deps.requestKinds} />),
  },
  {
    method: 'GET',
    path: '/verzoeken/nieuw/:requestKind',
    may: 'request.type',
    answer: async ({ view, params, today }) => {
      const kind = kindOf(deps, params['requestKind']!)
      if (!kind) return missing
      const filled = emptyForm({ whom: whomOf(kind)[0]!, seal: newToken() })
      const others = besides(deps.requestKinds, kind)
      return page(<TypePage {...{ view, kind, others, filled }} typed={{ ...NOTHING, on: today }} />)
    },
  },
  typeIn(deps),
  receipt(deps),
  ...codeRoutes(deps),
]

/** The door at which anybody makes a request: the first question, the form, and what became of it. */
import type { Context, Hono } from 'hono'
import { newSeal, sealState } from '../../lib/form-seal.ts'
import type { RequestKind } from '../../model/request.ts'
import { REQUESTS_A_DAY } from '../../vocabulary/request.ts'
import { sentOf } from '../../web/desk/sent.ts'
import { doorReader, orReserve, unreadStatus } from '../../web/door.ts'
import type { Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { href, type View } from '../../web/view.ts'
import { composed, emptyForm, filledFrom } from './compose.ts'
import { addRequest, hacksAround, publicAlgorithms } from './door-store.ts'
import type { RequestDoors } from './door-options.ts'
import { promised, received } from './letters.ts'
import { says } from './messages.ts'
import { doneSays } from './messages-done.ts'
import { FormPage, LeadAwayPage, StartPage, UnreadPage, whomIn, type AboutPage } from './page-new.tsx'
import type { Lists } from './part-fields.tsx'
import { besides, numbersIn, problemsOf, secretOf, whomOf, type Filled } from './rules.ts'

type Trouble = {
  readonly problems: Readonly<Record<string, string>>
  readonly status: 400 | 413 | 422 | 503
}

/** Adds the addresses of new requests, in one language. */
export function newRequests(app: Hono, doors: RequestDoors, lang: Lang): void {
  const { db, key, origin, kinds, register, viewOf, titleAt, keptAt, counted, isOurs, today, now } = doors
  const t = says(lang)
  const base = lang === 'en' ? '/en/verzoeken' : '/verzoeken'
  const bodyOf = doorReader()
  const kindAt = (c: Context): RequestKind | undefined => kinds.find(({ id }) => id === c.req.param('kind'))

  /** The public page that it is asked about, when there is one. */
  async function aboutOf(path: string): Promise<AboutPage | undefined> {
    if (!/^\/[^?#\\\s%]{1,500}$/.test(path) || path.startsWith('//')) return undefined
    const title = await titleAt(path, lang)
    return title === undefined ? undefined : { path, title }
  }
  /** What can be chosen in each field of which the list stands elsewhere, by the id of the field. */
  async function listsFor(kind: RequestKind, { municipality: { id } }: View): Promise<Lists> {
    const lists = kind.fields.map(async (field) => {
      if (id === null) return []
      if (field.kind === 'hack-event') return [[field.id, await hacksAround(db, id, today())]] as const
      if (field.kind !== 'algorithm') return []
      return [[field.id, register === undefined ? [] : await publicAlgorithms(db, id, register)]] as const
    })
    return new Map((await Promise.all(lists)).flat())
  }

  app.get(`${base}/nieuw/:kind`, async (c, next) => {
    const kind = kindAt(c)
    if (!kind) return next()
    const view = await viewOf(c, lang)
    const about = await aboutOf(c.req.query('bij') ?? '')
    const word = c.req.query('over')
    const whom = kind.about === 'nobody' ? 'none' : whomIn(word ?? '')
    if (whom === undefined) {
      // Who goes on without choosing is told so; who comes here for the first time is not.
      const problem = word !== undefined || c.req.query('verder') !== undefined
      return c.html(html(<StartPage {...{ view, kind, about, problem }} />), problem ? 422 : 200)
    }
    if (!whomOf(kind).includes(whom)) {
      const wanted = kind.about === 'public' ? 'person' : 'public'
      return c.html(html(<LeadAwayPage {...{ view, kind }} others={kinds.filter((each) => each.about === wanted)} />))
    }
    const filled = emptyForm({ whom, seal: newSeal(key, now()) })
    // Who comes from the page of one of a list has chosen it; of another page nothing is.
    const lists = await listsFor(kind, view)
    const fields = Object.fromEntries(
      [...lists].map(([id, list]) => [id, list.find(({ path }) => path.split(' ')[0] === about?.path)?.path ?? '']),
    )
    return c.html(html(<FormPage {...{ view, kind, kinds, about, lists }} filled={{ ...filled, fields }} />))
  })

  app.post(`${base}/nieuw/:kind`, async (c, next) => {
    const kind = kindAt(c)
    if (!kind) return next()
    // Where it comes from and how often: before anything of it is read, or made for it.
    if (!isOurs(c)) return c.html(html(<UnreadPage view={await viewOf(c, lang)} />), 403)
    const guess = await counted(c, 'report')
    if (guess.wait !== undefined) {
      c.header('Retry-After', String(guess.wait))
      return c.html(html(<UnreadPage view={await viewOf(c, lang)} wait={guess.wait} />), 429)
    }
    try {
      const answer = await taken(c, kind)
      if (answer.status !== 303) await guess.unseen?.()
      return answer
    } catch (error) {
      await guess.unseen?.()
      throw error
    }
  })

  async function taken(c: Context, kind: RequestKind): Promise<Response> {
    const view = await viewOf(c, lang)
    const read = await bodyOf(c)
    const sent = sentOf('fields' in read ? read.fields : {})
    const about = await aboutOf(sent.text('bij'))
    const lists = await listsFor(kind, view)
    const given = whomIn(sent.text('over'))
    const whom = given !== undefined && whomOf(kind).includes(given) ? given : whomOf(kind)[0]!
    const filled = filledFrom(sent, kind, besides(kinds, kind), { whom, seal: sent.text('formulier') })
    const state = sealState(key, filled.seal, now())
    const numbers = sent.mark('nummer-gezien') === 'ja' ? [] : numbersIn(kind, filled)
    const again = ({ problems: wrong, status }: Trouble) => {
      const problems = { ...Object.fromEntries(numbers.map((field) => [field, doneSays(lang).bsn])), ...wrong }
      const warned = numbers.length > 0 || sent.mark('nummer-gezien') === 'ja'
      // Sent too soon it only has to wait: the same seal is good in a moment.
      const seal = state === 'good' || state === 'too-soon' ? filled.seal : newSeal(key, now())
      const props = { view, kind, kinds, about, lists, problems, warned, filled: { ...filled, seal } }
      return c.html(html(<FormPage {...props} />), status)
    }
    const no = unreadStatus(read)
    if (no) return again({ problems: { '': t[no.says] }, status: no.status })
    const problems = problemsOf(kind, filled, lang, t.say, (field) => lists.get(field)?.map(({ path }) => path))
    // A number that nobody need give is said once, and then taken as it is.
    if (Object.keys(problems).length + numbers.length > 0) return again({ problems, status: 422 })
    if (state !== 'good') return again({ problems: { '': t.seal[state] }, status: 422 })
    const link = await keep(c, { view, kind, about, filled })
    return link === undefined ? again({ problems: { '': t.full }, status: 503 }) : c.redirect(link, 303)
  }

  type Kept = {
    readonly view: View
    readonly kind: RequestKind
    readonly about: AboutPage | undefined
    readonly filled: Filled
  }
  async function keep(c: Context, { view, kind, about, filled }: Kept) {
    const { id: municipality, name: city } = view.municipality
    if (municipality === null) return undefined
    const others = kinds.filter(({ id }) => filled.more.includes(id))
    const how = { key, municipality, lang, channel: 'screen', typedBy: null, receivedOn: today() } as const
    const { due, ...asked } = composed(
      { ...how, about: about?.path ?? '', fields: about && keptAt(about.path) },
      kind,
      others,
      filled,
    )
    const path = href({ ...view, publication: undefined }, `/verzoeken/${secretOf(key, asked.id)}`)
    const contact = view.contact ?? { phone: '', email: '' }
    const mail = received({ lang, city, contact, link: origin + path }, promised(kind, due, today()))
    const came = await orReserve(c, { counted }, (times) => addRequest(db, { ...asked, mail }, REQUESTS_A_DAY * times))
    return came === 'kept' ? path : undefined
  }
}

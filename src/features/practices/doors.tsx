/**
 * The public addresses at which somebody shares how a norm was met, and takes that back by a secret link. Nothing that
 * is sent here is read by others before a colleague put the own name to it.
 */
import { createHmac } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import { newSeal, sealState } from '../../lib/form-seal.ts'
import { isEmail } from '../../lib/mail-address.ts'
import { newSpokenNumber } from '../../lib/spoken-number.ts'
import { hashOfToken, isToken } from '../../lib/token.ts'
import { isLicence, LONGEST } from '../../vocabulary/practice.ts'
import { sentOf } from '../../web/desk/sent.ts'
import type { Sent } from '../../web/desk/route.ts'
import { doorReader, orReserve, unkept, unreadStatus, type Door } from '../../web/door.ts'
import { todayIn } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { href, type View } from '../../web/view.ts'
import { addPractice, followedPractice, leavePractice, publicNorms, type Choosable } from './door-store.ts'
import { says } from './messages.ts'
import { DeadPage, FollowedPage } from './page-followed.tsx'
import { SHARE, SharePage, WaitPage, type Filled } from './page-form.tsx'
import { isWebAddress } from './rules.ts'

export type PracticeDoors = Door & {
  readonly db: Db
  readonly key: Buffer
  readonly today?: () => string
  /** Milliseconds. */
  readonly now?: () => number
}

const madeOf = (key: Buffer, what: string, of: string) => createHmac('sha256', key).update(`practice/${what}/${of}`)
/** The id of what was sent: the same from the same form is one practice, other words are another. */
const idOf = (key: Buffer, sent: readonly string[]): string =>
  madeOf(key, 'id', JSON.stringify(sent))
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')

const EMPTY = { title: '', organisation: '', problem: '', did: '', gained: '', link: '' }

const filledOf = (sent: Sent): Filled => ({
  title: sent.text('titel'),
  organisation: sent.text('organisatie'),
  problem: sent.text('probleem'),
  did: sent.text('gedaan'),
  gained: sent.text('opgeleverd'),
  link: sent.text('link'),
  norm: sent.text('norm'),
  licence: sent.text('licentie'),
  name: sent.text('naam'),
  email: sent.text('email'),
  seal: sent.text('formulier'),
})

/** What each field of the form is called. */
const FIELDS = {
  title: 'titel',
  organisation: 'organisatie',
  problem: 'probleem',
  did: 'gedaan',
  gained: 'opgeleverd',
  link: 'link',
  name: 'naam',
  email: 'email',
} as const

function problemsOf(t: ReturnType<typeof says>, filled: Filled, norms: readonly Choosable[]): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const part of ['title', 'organisation', 'problem', 'did'] as const)
    if (filled[part] === '') problems[FIELDS[part]] = t.empty[part]
  for (const part of Object.keys(FIELDS) as (keyof typeof FIELDS)[])
    if (filled[part].length > LONGEST[part]) problems[FIELDS[part]] = t.long(filled[part].length, LONGEST[part])
  if (filled.norm !== '' && !norms.some(({ id }) => id === filled.norm)) problems['norm'] = t.badNorm
  if (filled.link !== '' && !isWebAddress(filled.link)) problems['link'] ??= t.badLink
  if (!isLicence(filled.licence)) problems['licentie'] = t.badLicence
  if (filled.email !== '' && !isEmail(filled.email)) problems['email'] ??= t.badEmail
  return problems
}

/** All of them in both languages. */
export function practiceDoors(doors: PracticeDoors): Hono {
  const { db, key, origin, viewOf, counted, isOurs, today = todayIn, now = () => Date.now() } = doors
  const app = new Hono()
  const bodyOf = doorReader()
  for (const under of [`${SHARE}/*`, `/en${SHARE}/*`]) app.use(under, unkept)

  for (const lang of ['nl', 'en'] as const) {
    const [t, base] = [says(lang), lang === 'en' ? `/en${SHARE}` : SHARE]
    const normsOf = async ({ municipality: { id } }: View) => (id === null ? [] : publicNorms(db, id, lang))

    app.get(base, async (c) => {
      const view = await viewOf(c, lang)
      const norms = await normsOf(view)
      const norm = norms.find(({ id }) => id === c.req.query('norm'))?.id ?? ''
      const filled = { ...EMPTY, norm, licence: '', name: '', email: '', seal: newSeal(key, now()) }
      return c.html(html(<SharePage {...{ view, norms, filled }} />))
    })

    app.post(base, async (c) => {
      if (!isOurs(c)) return c.html(html(<WaitPage view={await viewOf(c, lang)} />), 403)
      const guess = await counted(c, 'report')
      if (guess.wait !== undefined) {
        c.header('Retry-After', String(guess.wait))
        return c.html(html(<WaitPage view={await viewOf(c, lang)} />), 429)
      }
      const answer = await taken(c)
      // What did not become a practice is none.
      if (answer.status !== 303) await guess.unseen?.()
      return answer
    })

    async function taken(c: Context): Promise<Response> {
      const view = await viewOf(c, lang)
      const norms = await normsOf(view)
      const read = await bodyOf(c)
      const sent = sentOf('fields' in read ? read.fields : {})
      const filled = filledOf(sent)
      const state = sealState(key, filled.seal, now())
      const again = (problems: Readonly<Record<string, string>>, status: 400 | 413 | 422 | 503, anew = false) => {
        const holds = !anew && (state === 'good' || state === 'too-soon')
        const seal = holds ? filled.seal : newSeal(key, now())
        return c.html(html(<SharePage {...{ view, norms, problems }} filled={{ ...filled, seal }} />), status)
      }
      const no = unreadStatus(read)
      if (no) return again({ '': t[no.says] }, no.status)
      const problems = problemsOf(t, filled, norms)
      if (sent.text('website') !== '') problems[''] = t.trap
      const { norm, licence, seal, ...words } = filled
      if (!isLicence(licence) || Object.keys(problems).length > 0) return again(problems, 422)
      if (state !== 'good') return again({ '': t.seal[state] }, 422)
      const { id: municipality } = view.municipality
      if (municipality === null) return again({ '': t.full }, 503)
      const typed = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).map((part) => words[part])
      const id = idOf(key, [municipality, seal, norm, licence, ...typed])
      const secret = madeOf(key, 'secret', id).digest('base64url')
      const practice = {
        ...words,
        municipality,
        licence,
        lang,
        id,
        number: newSpokenNumber(),
        norms: norm === '' ? [] : [norm],
        secret: hashOfToken(secret),
        form: hashOfToken(seal),
      }
      const took = await orReserve(c, doors, (times) => addPractice(db, practice, today(), times))
      if (took === 'kept') return c.redirect(`${base}/${secret}`, 303)
      return took === 'form' ? again({ '': t.formFull }, 422, true) : again({ '': t.full }, 503)
    }

    /** The practice of this link, or the page that says that it does not open: counted before it is looked at. */
    async function opened(c: Context) {
      const view = await viewOf(c, lang)
      const guess = await counted(c, 'link')
      if (guess.wait !== undefined) {
        c.header('Retry-After', String(guess.wait))
        return { dead: c.html(html(<DeadPage view={view} wait />), 429) }
      }
      const secret = c.req.param('secret') ?? ''
      const [municipality, hash] = [view.municipality.id ?? '', hashOfToken(secret)]
      const practice =
        isToken(secret) && municipality !== '' ? await followedPractice(db, municipality, hash) : undefined
      if (!practice) return { dead: c.html(html(<DeadPage view={view} />), 404) }
      await guess.right?.()
      return { view, practice, municipality, hash, here: `${SHARE}/${secret}` }
    }

    app.get(`${base}/:secret`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      const view = { ...at.view, path: at.here }
      return c.html(html(<FollowedPage {...at} view={view} link={origin + href(view, at.here)} />))
    })

    for (const [act, withdraw] of [
      ['terugnemen', true],
      ['wissen', false],
    ] as const)
      app.post(`${base}/:secret/${act}`, async (c) => {
        const at = await opened(c)
        if (at.dead) return at.dead
        if (!isOurs(c)) return c.html(html(<WaitPage view={at.view} />), 403)
        await leavePractice(db, at.municipality, at.hash, withdraw)
        return c.redirect(href(at.view, at.here), 303)
      })
  }
  return app
}

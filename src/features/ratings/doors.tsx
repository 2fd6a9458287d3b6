/**
 * The public address at which somebody says how a service went. A service leads here from its confirmation page, by a
 * link or a small form of its own; nothing is known of who comes but the version and the step that the link names.
 */
import { createHash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import { newSeal, sealState } from '../../lib/form-seal.ts'
import { maskNumbers } from '../../lib/mask-numbers.ts'
import { DONE, LONGEST_ANSWER, RATINGS_A_DAY, STUCK, type Done } from '../../vocabulary/rating.ts'
import { sentOf } from '../../web/desk/sent.ts'
import { doorReader, orReserve, unkept, unreadStatus, type Door } from '../../web/door.ts'
import { html } from '../../web/layout.tsx'
import { refuse } from '../../web/refuse.ts'
import { addRating, productAt, type Product } from './door-store.ts'
import { says } from './messages.ts'
import { EASE, RatingPage, ThanksPage, WaitPage, type Filled } from './page-form.tsx'

export type RatingDoors = Door & {
  readonly db: Db
  readonly key: Buffer
  /** The id of the public list of products. */
  readonly products: string
  readonly now: () => number
}

/** A step as a link names it; what is none is left out. */
const named = (text: string): string => (/^[\w .-]{0,60}$/.test(text) ? text : '')
/** A version: numbers and points. It is shown without that anybody reads it first, so nothing else can stand in it. */
const versionOf = (text: string): string => (/^v?\d{1,4}(?:\.\d{1,4}){0,3}$/.test(text) ? text : '')
const isDone = (word: string): word is Done => (DONE as readonly string[]).includes(word)
/** The id of what was sent: the same form sent twice is one answer. */
const idOf = (seal: string): string =>
  createHash('sha256')
    .update(`rating/${seal}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')

/** Both languages. */
export function ratingDoors({ db, key, products, viewOf, counted, isOurs, now }: RatingDoors): Hono {
  const app = new Hono()
  const bodyOf = doorReader()
  for (const under of ['/oordeel/*', '/en/oordeel/*']) app.use(under, unkept)

  for (const lang of ['nl', 'en'] as const) {
    const t = says(lang)
    const base = lang === 'en' ? '/en/oordeel' : '/oordeel'
    const opened = async (c: Context) => {
      const view = await viewOf(c, lang)
      const { id } = view.municipality
      const product = id === null ? undefined : await productAt(db, id, products, c.req.param('slug') ?? '')
      return { view, product: product ?? refuse('page'), municipality: id ?? '' }
    }

    app.get(`${base}/:slug`, async (c) => {
      const { view, product } = await opened(c)
      const asked = c.req.query('gelukt') ?? ''
      const filled: Filled = {
        done: isDone(asked) ? asked : '',
        ease: '',
        stuck: [],
        words: '',
        helped: false,
        leave: false,
        version: versionOf(c.req.query('versie') ?? ''),
        step: named(c.req.query('stap') ?? ''),
        seal: newSeal(key, now()),
      }
      return c.html(html(<RatingPage {...{ view, product, filled }} />))
    })

    app.get(`${base}/:slug/dank`, async (c) => {
      const { view, product } = await opened(c)
      return c.html(html(<ThanksPage {...{ view, product }} stuck={c.req.query('vast') === 'ja'} />))
    })

    app.post(`${base}/:slug`, async (c) => {
      if (!isOurs(c)) return c.html(html(<WaitPage view={await viewOf(c, lang)} />), 403)
      const guess = await counted(c, 'report')
      if (guess.wait !== undefined) {
        c.header('Retry-After', String(guess.wait))
        return c.html(html(<WaitPage view={await viewOf(c, lang)} />), 429)
      }
      const answer = await taken(c, await opened(c))
      if (answer.status !== 303) await guess.unseen?.()
      return answer
    })

    type At = {
      readonly view: Awaited<ReturnType<typeof viewOf>>
      readonly product: Product
      readonly municipality: string
    }
    async function taken(c: Context, { view, product, municipality }: At): Promise<Response> {
      const read = await bodyOf(c)
      const sent = sentOf('fields' in read ? read.fields : {})
      const given: Filled = {
        done: sent.text('gelukt'),
        ease: sent.text('makkelijk'),
        stuck: STUCK.filter((each) => sent.all('vast').includes(each)),
        words: sent.text('woorden'),
        helped: sent.all('hulp').includes('ja'),
        leave: sent.all('tonen').includes('ja'),
        version: versionOf(sent.text('versie')),
        step: named(sent.text('stap')),
        seal: sent.text('formulier'),
      }
      const state = sealState(key, given.seal, now())
      const again = (problems: Readonly<Record<string, string>>, status: 400 | 413 | 422 | 503) => {
        const seal = state === 'good' || state === 'too-soon' ? given.seal : newSeal(key, now())
        return c.html(html(<RatingPage {...{ view, product, problems }} filled={{ ...given, seal }} />), status)
      }
      const no = unreadStatus(read)
      if (no) return again({ '': t[no.says] }, no.status)
      const problems = problemsOf(t, given, sent.text('website'))
      if (!isDone(given.done) || Object.keys(problems).length > 0) return again(problems, 422)
      if (state !== 'good') return again({ '': t.seal[state] }, 422)
      const { done, ease, stuck, helped, version, step } = given
      const words = maskNumbers(given.words)
      const rating = { done, stuck, words, helped, version, step, leave: given.leave && words !== '' }
      const whole = { ...rating, municipality, id: idOf(given.seal), product: product.id }
      const said = { ...whole, ease: ease === '' ? null : Number(ease) }
      const kept = await orReserve(c, { counted }, (times) => addRating(db, said, RATINGS_A_DAY * times))
      return kept
        ? c.redirect(`${base}/${product.slug}/dank${done === 'yes' ? '' : '?vast=ja'}`, 303)
        : again({ '': t.full }, 503)
    }
  }
  return app
}

function problemsOf(t: ReturnType<typeof says>, { done, ease, words }: Filled, trap: string): Record<string, string> {
  const problems: Record<string, string> = {}
  if (trap !== '') problems[''] = t.trap
  if (!isDone(done)) problems['gelukt'] = t.missing
  if (ease !== '' && !(EASE as readonly string[]).includes(ease)) problems['makkelijk'] = t.choose
  if (words.length > LONGEST_ANSWER) problems['woorden'] = t.long(words.length, LONGEST_ANSWER)
  return problems
}

/**
 * The public address of a contact's own link, in both languages. To look changes nothing: programs that scan mail open
 * links. Whatever is done is a form that was sent, and what moves anything asks for a mailed code too.
 */
import { Hono, type Context } from 'hono'
import { attachment } from '../../../lib/file-name.ts'
import { hashOfToken, isToken } from '../../../lib/token.ts'
import { bodyReader, type ReadBody } from '../../../web/body.ts'
import { sentOf } from '../../../web/desk/sent.ts'
import { todayIn, type Lang } from '../../../web/language.ts'
import { html } from '../../../web/layout.tsx'
import type { CovenantContent } from '../document.ts'
import { refused, type Answer, type SigningDoors } from './acting.ts'
import { actsOf } from './acts.ts'
import { linkAt, type At, type Opened } from './door-store.ts'
import { FORMS, isForm } from './fix-store.ts'
import { says } from './messages.ts'
import { LinkPage } from './page-link.tsx'
import { DonePage, ForgedPage, NoLinkPage } from './page-no-link.tsx'
import { OtherPage } from './page-other.tsx'
import { VerdictsPage } from './page-verdicts.tsx'
import type { Below } from './rules.ts'

const MIB = 1024 * 1024
const BODIES = { together: 64 * MIB, pause: 5_000, whole: 60_000, thrownAway: MIB }
const SMALL = 64 * 1024
const LARGE = 10 * MIB + SMALL

/** Where a form stands; the others stand among what else one can do. */
const PAGE_OF: Readonly<Record<string, Below>> = { teken: '', reactie: '', bezwaar: '/oordelen', plan: '/oordelen' }

/** The link of a contact, in both languages. */
export function signingDoors(doors: SigningDoors): Hono {
  const { db, files, viewOf, counted, isOurs, mails, today = todayIn } = doors
  const reading = bodyReader(BODIES)
  const app = new Hono()
  for (const under of ['/tekenen/*', '/en/tekenen/*'])
    app.use(under, async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-store')
      c.header('X-Robots-Tag', 'noindex, nofollow')
      c.header('Referrer-Policy', 'no-referrer')
    })

  /** What this link opens, or the page that says why it does not: counted before it is looked at. */
  async function opened(c: Context, lang: Lang) {
    const view = await viewOf(c, lang)
    const secret = c.req.param('secret') ?? ''
    const here = `${lang === 'en' ? '/en' : ''}/tekenen/${isToken(secret) ? secret : ''}`
    const guess = await counted(c, 'link')
    if (guess.wait !== undefined)
      return { dead: c.html(html(<NoLinkPage {...{ view, here }} wait={guess.wait} />), 429) }
    const { id } = view.municipality
    const at: At = { db, municipality: id ?? '', hash: hashOfToken(secret) }
    const link = isToken(secret) && id !== null ? await linkAt(db, id, at.hash) : undefined
    if (!link) return { dead: c.html(html(<NoLinkPage {...{ view, here }} />), 404) }
    await guess.right?.()
    if (link.state !== 'open')
      return { dead: c.html(html(<NoLinkPage {...{ view, here }} shut={link} />), 410), shut: link, at, view, here }
    return { link, at, view, here }
  }

  async function contentOf({ fixed }: Opened): Promise<CovenantContent | undefined> {
    const bytes = fixed === null ? undefined : await files.file(fixed.json, FORMS.json)
    return bytes && (JSON.parse(bytes.toString('utf8')) as CovenantContent)
  }

  for (const lang of ['nl', 'en'] as const) {
    const base = `${lang === 'en' ? '/en' : ''}/tekenen/:secret`
    const t = says(lang)

    app.get(base, async (c) => {
      const at = await opened(c, lang)
      if (!at.link) return at.dead
      const content = await contentOf(at.link)
      return c.html(html(<LinkPage {...at} {...{ content, mails }} today={today()} done={c.req.query('gedaan')} />))
    })
    app.get(`${base}/anders`, async (c) => {
      const at = await opened(c, lang)
      if (!at.link) return at.dead
      const { view, link, here } = at
      return c.html(html(<OtherPage {...{ view, link, here, mails }} today={today()} done={c.req.query('gedaan')} />))
    })
    app.get(`${base}/oordelen`, async (c) => {
      const at = await opened(c, lang)
      if (!at.link) return at.dead
      const { view, link, here } = at
      return c.html(
        html(<VerdictsPage {...{ view, link, here, mails }} today={today()} done={c.req.query('gedaan')} />),
      )
    })
    app.get(`${base}/:file`, async (c) => {
      const at = await opened(c, lang)
      // Who left keeps what it signed, to read.
      const kept = at.link?.kept ?? at.shut?.kept
      if (!kept) return at.dead ?? c.html(html(<NoLinkPage view={at.view} here={at.here} />), 404)
      const name = c.req.param('file')
      const [, older, form = ''] = /^convenant(?:-(\d{1,6}))?\.(pdf|odt|json)$/.exec(name) ?? []
      const [, version, no] = /^bewijs-(\d{1,6})-(\d{1,6})\.json$/.exec(name) ?? []
      const send = (body: string | Uint8Array<ArrayBuffer>, media: string, as: string) =>
        c.body(body, 200, { 'Content-Type': media, 'Content-Disposition': attachment(as) })
      const receipt = kept.receipts.find((one) => one.version === Number(version) && one.no === Number(no))
      if (receipt) return send(receipt.body, FORMS.json, `ontvangstbewijs-${kept.no}-${version}-${no}.json`)
      const fixed = older === undefined ? at.link?.fixed : kept.files.find((one) => one.version === Number(older))
      const bytes = isForm(form) && fixed ? await files.file(fixed[form], FORMS[form]) : undefined
      if (bytes && isForm(form))
        return send(new Uint8Array(bytes), FORMS[form], `convenant-${kept.no}-versie-${fixed!.version}.${form}`)
      return at.dead ?? c.html(html(<NoLinkPage view={at.view} here={at.here} />), 404)
    })

    for (const [name, act] of Object.entries(actsOf))
      app.post(`${base}/${name}`, async (c) => {
        const at = await opened(c, lang)
        if (!at.at || (at.link === undefined && name !== 'nieuw')) return at.dead!
        const { view, here } = at
        if (!isOurs(c)) return c.html(html(<ForgedPage {...{ view, here }} />), 403)
        const sendBack = async (answer: Answer): Promise<Response> => {
          // To where it was done: the page is long, and without script nothing else brings one there.
          if ('go' in answer) return c.redirect(`${here}${answer.go}?gedaan=${answer.told}#gedaan`, 303)
          if ('over' in answer) return c.html(html(<DonePage view={view} done={answer.over} />))
          // As it stands now: a code that was tried counts.
          const link = await linkAt(db, at.at.municipality, at.at.hash)
          if (link?.state !== 'open') return c.html(html(<NoLinkPage {...{ view, here }} shut={link} />), 410)
          const props = { view, link, here, mails, today: today() }
          if ('verdicts' in answer) return c.html(html(<VerdictsPage {...props} {...answer.verdicts} />), answer.status)
          return 'other' in answer
            ? c.html(html(<OtherPage {...props} {...answer.other} />), answer.status)
            : c.html(html(<LinkPage {...props} content={await contentOf(link)} {...answer.link} />), answer.status)
        }
        return reading(c.req.raw, name === 'bestand' ? LARGE : SMALL, async (read) => {
          const no = unread(t, read)
          if (no) {
            return sendBack(refused(PAGE_OF[name] ?? '/anders', { '': no.text }, no.status))
          }
          const sent = sentOf('fields' in read ? read.fields : {})
          const title = at.link?.title ?? at.shut?.title ?? ''
          return sendBack(await act({ at: at.at, link: at.link as Opened, title, view, sent, doors }))
        })
      })
  }
  return app
}

/** Why what was sent is not looked at any further. */
function unread(t: ReturnType<typeof says>, read: ReadBody): { text: string; status: 413 | 422 | 503 } | undefined {
  if (read.kind === 'busy') return { text: t.busy, status: 503 }
  if (read.kind === 'broken') return { text: t.broken, status: 422 }
  return read.kind === 'too-large' ? { text: t.tooLarge, status: 413 } : undefined
}

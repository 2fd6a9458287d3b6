/**
 * What every address of a bidder begins with: the link is counted before it is looked at, what is sent is read within
 * bounds, and what does not open says why.
 */
import type { Context } from 'hono'
import type { Db } from '../../../db/connect.ts'
import { sha256 } from '../../../lib/canonical.ts'
import { isToken } from '../../../lib/token.ts'
import { bodyReader, type ReadBody } from '../../../web/body.ts'
import { sentOf } from '../../../web/desk/sent.ts'
import type { Sent } from '../../../web/desk/route.ts'
import type { Knock } from '../../../web/door.ts'
import type { Lang } from '../../../web/language.ts'
import { html } from '../../../web/layout.tsx'
import { Link, Text } from '../../../web/parts.tsx'
import { href, type View } from '../../../web/view.ts'
import { keepDraft, publishedAnnex, readDraft, type PublishedAnnex } from '../door-store.ts'
import { bidOf, type Draft } from '../rules/bid-draft.ts'
import { bidText, missingIn } from '../rules/bid-file.ts'
import { says } from './messages.ts'
import { HomePage, SaidPage } from './pages.tsx'

type Counted = {
  readonly wait?: number | undefined
  readonly right?: () => Promise<void>
  readonly unseen?: () => Promise<void>
}
export type BidderDoors = {
  /** Through the role that reads what is public. */
  readonly db: Db
  readonly origin: string
  readonly viewOf: (c: Context, lang: Lang) => Promise<View>
  /** Counts a link that is made or tried, of who asks; before anything is read or looked at. */
  readonly counted: (c: Context, what: Knock) => Promise<Counted>
  readonly isOurs: (c: Context) => boolean
}

const KIB = 1024
/** What strangers send: together some megabytes at most, and each within seconds. */
const BODIES = { together: 16 * 1024 * KIB, pause: 5_000, whole: 30_000, thrownAway: 4 * 1024 * KIB }
/** Bytes of a form without a file. */
export const FORM = 256 * KIB

/** What a link opened. */
export type At = {
  readonly view: View
  readonly municipality: string
  readonly secret: string
  readonly published: PublishedAnnex
  readonly draft: Draft
  readonly rev: number
  readonly here: string
  readonly open: boolean
}
type Shown = {
  readonly told?: string
  readonly problems?: Readonly<Record<string, string>>
  readonly status?: 200 | 422 | 413
}

/** Forms of strangers have one budget of memory together. */
export const bidderBodies = () => bodyReader(BODIES)
/** Whether answers can still be changed, at this very moment. */
export const isOpen = ({ stopped, closesAt }: PublishedAnnex): boolean => !stopped && closesAt > new Date()

/** What the addresses share, in a language. */
export function around(
  { db, origin, viewOf, counted, isOurs }: BidderDoors,
  reading: ReturnType<typeof bodyReader>,
  lang: Lang,
) {
  const [t, base] = [says(lang), lang === 'en' ? '/en/aanbestedingen' : '/aanbestedingen']
  const bodyOf = (c: Context, most: number): Promise<ReadBody> => reading(c.req.raw, most, async (read) => read)
  const said = (
    c: Context,
    view: View,
    title: string,
    text: string,
    status: 200 | 400 | 403 | 404 | 409 | 413 | 429 | 503,
  ) =>
    c.html(
      html(
        <SaidPage view={view} title={title}>
          <Text lead>{text}</Text>
          <Text>
            <Link to={href(view, '/aanbestedingen')}>{view.m.footer.tenders}</Link>
          </Text>
        </SaidPage>,
      ),
      status,
    )
  const shut = (c: Context, view: View, published: PublishedAnnex) => {
    return published.stopped
      ? said(c, view, t.stoppedTitle, t.stopped, 409)
      : said(c, view, t.closedTitle, t.closed(published.closesAt), 409)
  }
  const waits = (c: Context, view: View, wait: number) => {
    c.header('Retry-After', String(wait))
    return said(c, view, t.waitTitle, t.wait(wait), 429)
  }

  /** What the link opens, counted before it is looked at; or the page that says that it does not open. */
  async function opened(c: Context): Promise<{ readonly dead: Response } | (At & { readonly dead?: undefined })> {
    const view = await viewOf(c, lang)
    const guess = await counted(c, 'link')
    if (guess.wait !== undefined) return { dead: await waits(c, view, guess.wait) }
    const secret = c.req.param('secret') ?? ''
    const { id } = view.municipality
    const found = isToken(secret) && id !== null ? await readDraft(db, id, secret) : undefined
    const published = found && id !== null ? await publishedAnnex(db, id, found.tender) : undefined
    if (!found || !published || id === null) return { dead: await said(c, view, t.deadTitle, t.dead, 404) }
    await guess.right?.()
    return {
      view: { ...view, path: `/aanbestedingen/antwoorden/${secret}` },
      municipality: id,
      secret,
      published,
      draft: found.draft,
      rev: found.rev,
      here: `${base}/antwoorden/${secret}`,
      open: isOpen(published),
    }
  }
  const fileOf = ({ published: { annex, hash }, draft }: At): string => bidText(bidOf(annex, hash, draft))
  const home = (c: Context, at: At, { told, problems, status = 200 }: Shown = {}) =>
    c.html(
      html(
        <HomePage
          {...at}
          link={`${origin}${at.here}`}
          fileHash={sha256(fileOf(at))}
          missing={missingIn(at.published.annex, at.draft.answers).length}
          told={told}
          {...(problems === undefined ? {} : { problems })}
        />,
      ),
      status,
    )
  /** Keeps the draft; undefined: done. Otherwise what to answer. */
  async function keep(c: Context, at: At, draft: Draft): Promise<Response | 'overtaken' | undefined> {
    const kept = { rev: at.rev, draft: { ...draft, made: new Date().toISOString() } }
    const done = await keepDraft(db, at.municipality, at.secret, kept)
    if (done === 'kept') return undefined
    if (done === 'overtaken') return 'overtaken'
    return done === 'closed' ? shut(c, at.view, at.published) : said(c, at.view, t.deadTitle, t.dead, 404)
  }
  /** The link is open and the form ours: what was sent, or why it is not read. */
  async function writing(c: Context, most: number, work: (at: At, sent: Sent) => Promise<Response>): Promise<Response> {
    const at = await opened(c)
    if (at.dead) return at.dead
    if (!isOurs(c)) return said(c, at.view, t.forgedTitle, t.forged, 403)
    if (!at.open) return shut(c, at.view, at.published)
    const read = await bodyOf(c, most)
    if (read.kind === 'busy') return said(c, at.view, t.forgedTitle, t.busy, 503)
    if (read.kind === 'broken') return said(c, at.view, t.forgedTitle, t.broken, 400)
    if (read.kind === 'too-large') return home(c, at, { problems: { '': t.tooLarge }, status: 413 })
    return work(at, sentOf(read.fields))
  }

  return { t, base, said, shut, waits, opened, home, keep, writing, fileOf }
}

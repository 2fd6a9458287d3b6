/**
 * The public addresses at which something can be sent: a report, and what is added to one by its secret link. They
 * stand before whatever keeps pages, and no answer of theirs is kept by anybody.
 */
import { Hono, type Context } from 'hono'
import type { Db } from '../../db/connect.ts'
import { newSeal, sealState } from '../../lib/form-seal.ts'
import { hashOfToken, isToken } from '../../lib/token.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { LONGEST_REPORT, recordOf, roleOfReport, type ReportKind } from '../../vocabulary/report.ts'
import type { ReadBody } from '../../web/body.ts'
import { sentOf } from '../../web/desk/sent.ts'
import { doorReader, orReserve, unkept, unreadStatus, type Door } from '../../web/door.ts'
import { todayIn, type Lang } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { earlierRead, href, type View } from '../../web/view.ts'
import { addReport, addToReport, followed, forgetReporter, type NewReport } from './door-store.ts'
import { codeDoor } from './doors-code.tsx'
import { received } from './letters.ts'
import { says } from './messages.ts'
import { DeadReportPage, FollowedPage } from './page-followed.tsx'
import { ReportFormPage, UnreadPage, type AboutPage, type Filled } from './page-form.tsx'
import { codeOf, idOfReport, markOf, problemsOf, secretOf } from './rules.ts'

type Whose = Pick<NewReport, 'role' | 'contact' | 'owner'>
export type ReportDoors = Door & {
  /** Through the role that reads what is public. */
  readonly db: Db
  readonly key: Buffer
  /** Working days within which there is an answer. */
  readonly days: number
  /** Of a page of a register: who keeps that, and which fields name somebody. */
  readonly keptAt: (path: string) => Whose | undefined
  /** What the public page at a path is called; undefined when there is none. */
  readonly titleAt: (path: string, lang: Lang) => Promise<string | undefined>
  readonly today?: () => string
  /** In milliseconds. */
  readonly now?: () => number
}

/** A path as it is written here, so that one page is one record: nothing escaped, and no way around by dots. */
const PATH = /^\/(?!\/|en(?:\/|$)|fout-melden(?:\/|$))(?!(?:.*\/)?\.{1,2}(?:\/|$))[^%?#\\\P{ASCII}\s\p{Cc}]{0,500}$/u

type Trouble = {
  readonly problems: Readonly<Record<string, string>>
  readonly status: 400 | 413 | 422 | 429 | 503
}

/** Both addresses in both languages. */
export function reportDoors(doors: ReportDoors): Hono {
  const {
    db,
    key,
    days,
    origin,
    viewOf,
    titleAt,
    keptAt,
    counted,
    isOurs,
    today = todayIn,
    now = () => Date.now(),
  } = doors
  const bodyOf = doorReader()
  const app = new Hono()
  for (const under of ['/fout-melden/*', '/en/fout-melden/*']) app.use(under, unkept)

  /** The page that is asked about; the first page when there is no such page. */
  async function aboutOf(over: string, lang: Lang): Promise<AboutPage> {
    const path = PATH.test(over) ? over : '/'
    const title = await titleAt(path, lang)
    return title === undefined ? { path: '/', title: (await titleAt('/', lang)) ?? '' } : { path, title }
  }
  const kindOf = (aan: string, { path }: AboutPage): ReportKind =>
    aan === 'eigenaar' && /^\/registers\/[^/]+\/[^/]+/.test(path) ? 'owner' : 'error'
  const whoseOf = (path: string) => keptAt(path) ?? { role: roleOfReport(path), contact: '', owner: '' }
  const fieldsOf = (read: ReadBody) => sentOf('fields' in read ? read.fields : {})
  /** Why what was sent is not looked at any further. */
  function unread(t: ReturnType<typeof says>, read: ReadBody): Trouble | undefined {
    const why = unreadStatus(read)
    return why && { problems: { '': t[why.says] }, status: why.status }
  }

  type Kept = { readonly view: View; readonly kind: ReportKind; readonly about: AboutPage; readonly filled: Filled }
  async function keep(c: Context, { view, kind, about, filled }: Kept): Promise<string | undefined> {
    const { lang, contact, municipality } = view
    const { text, part, name, email, seal } = filled
    if (municipality.id === null) return undefined
    const id = idOfReport(key, [municipality.id, seal, kind, about.path, text, part, name, email])
    const secret = secretOf(key, id)
    const title = (await titleAt(about.path, 'nl')) ?? about.title
    const due = addWorkingDays(today(), days)
    const [earlier, record] = [earlierRead(view), recordOf(about.path)]
    const report: Omit<NewReport, 'mail'> = {
      ...whoseOf(record),
      municipality: municipality.id,
      id,
      kind,
      path: record,
      seen: earlier === undefined ? about.path : `${about.path}?publicatie=${earlier}`,
      title: title.slice(0, 500),
      text,
      part,
      name,
      email,
      lang,
      secret: hashOfToken(secret),
      due_on: due,
      task: `Beantwoord melding ${markOf(id)} over ${title.slice(0, 500)}`,
    }
    const link = origin + href({ ...view, publication: undefined }, `/fout-melden/${secret}`)
    const [city, reached] = [municipality.name, contact ?? { phone: '', email: '' }]
    const asked = { lang, id, title: about.title.slice(0, 500), city, link, contact: reached }
    const whole = { ...report, mail: received(asked, due) }
    return (await orReserve(c, { counted }, (times) => addReport(db, whole, times))) ? secret : undefined
  }

  for (const lang of ['nl', 'en'] as const) {
    const [t, base] = [says(lang), lang === 'en' ? '/en/fout-melden' : '/fout-melden']

    codeDoor(app, doors, lang)
    app.get(base, async (c) => {
      const view = await viewOf(c, lang)
      const about = await aboutOf(c.req.query('over') ?? '/', lang)
      const kind = kindOf(c.req.query('aan') ?? '', about)
      const filled = { text: '', part: '', name: '', email: '', seal: newSeal(key, now()) }
      return c.html(html(<ReportFormPage {...{ view, kind, about, days, filled }} />))
    })

    app.post(base, async (c) => {
      // Where it comes from and how often: before anything of it is read, or made for it.
      if (!isOurs(c)) return c.html(html(<UnreadPage view={await viewOf(c, lang)} />), 403)
      const guess = await counted(c, 'report')
      if (guess.wait !== undefined) {
        c.header('Retry-After', String(guess.wait))
        return c.html(html(<UnreadPage view={await viewOf(c, lang)} wait={guess.wait} />), 429)
      }
      try {
        const answer = await taken(c)
        // What did not become a report is none: it was not right, too large, or we lacked room for it.
        if (answer.status !== 303) await guess.unseen?.()
        return answer
      } catch (error) {
        await guess.unseen?.()
        throw error
      }
    })

    async function taken(c: Context): Promise<Response> {
      const view = await viewOf(c, lang)
      const read = await bodyOf(c)
      const sent = fieldsOf(read)
      const about = await aboutOf(sent.text('over'), lang)
      const kind = kindOf(sent.text('aan'), about)
      const given = sent.text('formulier')
      const state = sealState(key, given, now())
      // Sent too soon it only has to wait: the same seal is good in a moment.
      const seal = state === 'good' || state === 'too-soon' ? given : newSeal(key, now())
      const [text, part, name, email] = [sent.text('wat'), sent.text('deel'), sent.text('naam'), sent.text('email')]
      const filled = { text, part, name, email, seal }
      const again = ({ problems, status }: Trouble) =>
        c.html(html(<ReportFormPage {...{ view, kind, about, days, filled, problems }} />), status)
      const no = unread(t, read)
      if (no) return again(no)
      const problems = problemsOf(t, filled)
      if (sent.text('website') !== '') problems[''] = t.trap
      if (Object.keys(problems).length > 0) return again({ problems, status: 422 })
      if (state !== 'good') return again({ problems: { '': t.seal[state] }, status: 422 })
      const secret = await keep(c, { view, kind, about, filled })
      return secret === undefined
        ? again({ problems: { '': t.full }, status: 503 })
        : c.redirect(`${base}/${secret}`, 303)
    }

    /** The report of this link, or the page that says that it does not open: counted before it is looked at. */
    async function opened(c: Context) {
      const view = await viewOf(c, lang)
      const guess = await counted(c, 'link')
      if (guess.wait !== undefined) {
        c.header('Retry-After', String(guess.wait))
        return { dead: c.html(html(<DeadReportPage view={view} wait={guess.wait} />), 429) }
      }
      const secret = c.req.param('secret') ?? ''
      const { id } = view.municipality
      const [hash, municipality] = [hashOfToken(secret), id ?? '']
      const report = isToken(secret) && id !== null ? await followed(db, id, hash) : undefined
      if (!report) return { dead: c.html(html(<DeadReportPage view={view} />), 404) }
      await guess.right?.()
      const link = `${origin}${base}/${secret}`
      // The link of before there were codes has none.
      const code = secretOf(key, report.id) === secret ? codeOf(key, report.id) : undefined
      return {
        view: { ...view, path: `/fout-melden/${secret}` },
        report,
        code,
        hash,
        municipality,
        link,
        here: `${base}/${secret}`,
      }
    }

    app.get(`${base}/:secret`, async (c) => {
      const at = await opened(c)
      return at.dead ?? c.html(html(<FollowedPage {...at} today={today()} />))
    })

    app.post(`${base}/:secret`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      if (!isOurs(c)) return c.html(html(<UnreadPage view={at.view} />), 403)
      const read = await bodyOf(c)
      const words = fieldsOf(read).text('wat')
      const again = ({ problems, status }: Trouble) =>
        c.html(html(<FollowedPage {...at} today={today()} words={words} problems={problems} />), status)
      const no = unread(t, read)
      if (no) return again(no)
      const wrong =
        words === '' ? t.emptyWords : words.length > LONGEST_REPORT ? t.long(words.length, LONGEST_REPORT) : ''
      if (wrong !== '') return again({ problems: { wat: wrong }, status: 422 })
      const task = `Lees de aanvulling bij melding ${markOf(at.report.id)} over ${at.report.title}`
      const due = addWorkingDays(today(), days)
      const done = await addToReport(db, at.municipality, at.hash, {
        text: words,
        role: whoseOf(at.report.path).role,
        task,
        due,
      })
      return done === 'enough' ? again({ problems: { wat: t.enough }, status: 429 }) : c.redirect(at.here, 303)
    })

    app.post(`${base}/:secret/wissen`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      if (!isOurs(c)) return c.html(html(<UnreadPage view={at.view} />), 403)
      await forgetReporter(db, at.municipality, at.hash)
      return c.redirect(at.here, 303)
    })
  }
  return app
}

/**
 * The addresses at which a bidder answers, without an account: begun from the page of an annex, and reached by a secret
 * link alone. They stand before whatever keeps pages, and no answer of theirs is kept by anybody (ADR 0056).
 */
import { Hono, type Context } from 'hono'
import { canonical } from '../../lib/canonical.ts'
import { attachment } from '../../lib/file-name.ts'
import { fingerprint } from '../../lib/fingerprint.ts'
import { newToken } from '../../lib/token.ts'
import { todayIn } from '../../web/language.ts'
import { html } from '../../web/layout.tsx'
import { refuse } from '../../web/refuse.ts'
import type { View } from '../../web/view.ts'
import { around, bidderBodies, FORM, isOpen, type At, type BidderDoors } from './bidder/around.tsx'
import { filledOf, readAnswer, typedOf } from './bidder/fields.ts'
import { PartPage } from './bidder/page-part.tsx'
import { StartPage } from './bidder/pages.tsx'
import { beginBid, dropDraft, publishedAnnex, readDraft, type PublishedAnnex } from './door-store.ts'
import { answered, takeOver, type Draft } from './rules/bid-draft.ts'
import { LONGEST, MOST_BID, readBid } from './rules/bid-file.ts'
import { acrText } from './rules/openacr.ts'
import { MOST_ACR, readAcr } from './rules/openacr-read.ts'
import { proofWarning } from './rules/proof.ts'

/** All addresses of a bidder, in both languages. */
export function bidderDoors(doors: BidderDoors): Hono {
  const { db, viewOf, counted, isOurs } = doors
  const reading = bidderBodies()
  const app = new Hono()
  for (const under of ['/aanbestedingen/antwoorden/*', '/en/aanbestedingen/antwoorden/*'])
    app.use(under, async (c, next) => {
      await next()
      c.header('Cache-Control', 'no-store')
      c.header('X-Robots-Tag', 'noindex, nofollow')
    })
  for (const lang of ['nl', 'en'] as const) {
    const { t, base, said, shut, waits, opened, home, keep, writing, fileOf } = around(doors, reading, lang)

    const annexOf = async (c: Context, view: View): Promise<PublishedAnnex> => {
      const { id } = view.municipality
      return (id === null ? undefined : await publishedAnnex(db, id, Number(c.req.param('no')))) ?? refuse('page')
    }
    app.get(`${base}/:no{[1-9][0-9]{0,8}}/antwoorden`, async (c) => {
      const view = await viewOf(c, lang)
      const published = await annexOf(c, view)
      c.header('Cache-Control', 'no-store')
      return isOpen(published)
        ? c.html(html(<StartPage view={view} published={published} />))
        : shut(c, view, published)
    })

    app.post(`${base}/:no{[1-9][0-9]{0,8}}/antwoorden`, async (c) => {
      const view = await viewOf(c, lang)
      // Where it comes from and how often: before anything is made for it.
      if (!isOurs(c)) return said(c, view, t.forgedTitle, t.forged, 403)
      const guess = await counted(c, 'report')
      if (guess.wait !== undefined) return waits(c, view, guess.wait)
      const published = await annexOf(c, view)
      const secret = newToken()
      const begun = await beginBid(db, view.municipality.id!, published.annex.no, secret)
      if (begun) return c.redirect(`${base}/antwoorden/${secret}`, 303)
      await guess.unseen?.()
      if (!isOpen(published)) return shut(c, view, published)
      return c.html(html(<StartPage view={view} published={published} problem={t.full} />), 503)
    })

    app.get(`${base}/antwoorden/:secret`, async (c) => {
      const at = await opened(c)
      return at.dead ?? home(c, at)
    })

    app.post(`${base}/antwoorden/:secret`, (c) =>
      writing(c, FORM, async (at, sent) => {
        const [bidder, product] = [sent.text('bedrijf'), sent.text('product')]
        const problems: Record<string, string> = {}
        if (bidder === '') problems['bedrijf'] = t.problem.bidder
        for (const [field, typed] of Object.entries({ bedrijf: bidder, product }))
          if (typed.length > LONGEST.name) problems[field] = t.problem.long(typed.length, LONGEST.name)
        const draft = { ...at.draft, bidder, product }
        if (Object.keys(problems).length > 0) return home(c, { ...at, draft }, { problems, status: 422 })
        const no = await keep(c, at, draft)
        if (no === 'overtaken') return home(c, { ...at, draft }, { problems: { '': t.clashTitle }, status: 422 })
        return no ?? c.redirect(at.here, 303)
      }),
    )

    app.post(`${base}/antwoorden/:secret/lezen`, (c) =>
      writing(c, MOST_BID + FORM, async (at, sent) => {
        const file = sent.file('bestand')
        if (!file || file.size === 0) return home(c, at, { problems: { bestand: t.noFile }, status: 422 })
        const read = readBid(new Uint8Array(await file.arrayBuffer()))
        if (!read.bid) return home(c, at, { problems: { bestand: t.readProblem[read.problem] }, status: 422 })
        const { draft, kept } = takeOver(at.published.annex, at.draft, read.bid)
        const no = await keep(c, at, draft)
        if (no === 'overtaken') return home(c, at, { problems: { bestand: t.clashTitle }, status: 422 })
        if (no) return no
        const now = await readDraft(db, at.municipality, at.secret)
        const told = `${t.readDone(kept, draft.offered.length)}${read.whole ? '' : ` ${t.notWhole}`}`
        return home(c, { ...at, ...now!, draft: now!.draft }, { told })
      }),
    )

    app.post(`${base}/antwoorden/:secret/rapport`, (c) =>
      writing(c, MOST_ACR + FORM, async (at, sent) => {
        const file = sent.file('rapport')
        if (!file || file.size === 0) return home(c, at, { problems: { rapport: t.noFile }, status: 422 })
        const read = readAcr(await file.text())
        const wrong = (says: string) => home(c, at, { problems: { rapport: says }, status: 422 })
        if (!read.report)
          return wrong(
            read.problem === 'too-long' ? t.acrLong(read.at, read.length, read.most) : t.acrProblem[read.problem],
          )
        const draft = { ...at.draft, report: read.report }
        // What is handed in is read there within bounds: it must fit before it is taken over.
        if (Buffer.byteLength(fileOf({ ...at, draft })) > MOST_BID) return wrong(t.acrProblem['no-room'])
        const no = await keep(c, at, draft)
        if (no === 'overtaken') return home(c, at, { problems: { rapport: t.clashTitle }, status: 422 })
        return no ?? c.redirect(`${at.here}#rapport`, 303)
      }),
    )

    app.post(`${base}/antwoorden/:secret/wissen`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      if (!isOurs(c)) return said(c, at.view, t.forgedTitle, t.forged, 403)
      await dropDraft(db, at.municipality, at.secret)
      return said(c, at.view, t.dropped, t.dropText, 200)
    })

    const download = async (
      c: Context,
      make: (at: At) => readonly [name: string, media: string, body: string] | undefined,
    ) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      const made = make(at)
      if (!made) return home(c, at)
      const [name, media, body] = made
      return c.body(body, 200, {
        'Content-Type': media,
        'Content-Disposition': attachment(name),
        'Content-Security-Policy': "default-src 'none'; sandbox",
      })
    }
    app.get(`${base}/antwoorden/:secret/antwoorden.json`, (c) =>
      download(c, (at) =>
        at.draft.bidder === ''
          ? undefined
          : [`${at.published.annex.number}-antwoorden.json`, 'application/json; charset=utf-8', fileOf(at)],
      ),
    )
    app.get(`${base}/antwoorden/:secret/toegankelijkheid.yaml`, (c) =>
      download(c, ({ draft, published }) =>
        draft.report === undefined
          ? undefined
          : [
              `${published.annex.number}-toegankelijkheid.yaml`,
              'application/yaml; charset=utf-8',
              acrText(draft, draft.report),
            ],
      ),
    )

    const partOf = ({ published: { annex } }: At, id: string | undefined) => {
      const part = annex.parts.find((each) => each.id === id)
      return part && { part, asked: annex.requirements.filter((each) => each.part === part.id) }
    }
    /** Which answers of a part stood on the screen. */
    const basisOf = ({ answers }: Draft, asked: readonly { readonly id: string }[]): string =>
      fingerprint(canonical(asked.map(({ id }) => answers.find(({ requirement }) => requirement === id) ?? null)))

    app.get(`${base}/antwoorden/:secret/:part`, async (c) => {
      const at = await opened(c)
      if (at.dead) return at.dead
      const found = partOf(at, c.req.param('part'))
      if (!found) return said(c, at.view, t.deadTitle, t.dead, 404)
      const filled = new Map(found.asked.map((each) => [each.id, filledOf(at.draft, each)]))
      return c.html(html(<PartPage {...at} {...found} filled={filled} basis={basisOf(at.draft, found.asked)} />))
    })

    app.post(`${base}/antwoorden/:secret/:part`, (c) =>
      writing(c, FORM, async (at, sent) => {
        const found = partOf(at, c.req.param('part'))
        if (!found) return said(c, at.view, t.deadTitle, t.dead, 404)
        const { asked } = found
        const filled = new Map(asked.map((each) => [each.id, typedOf(sent, each)]))
        const basis = basisOf(at.draft, asked)
        const again = (shown: { problems?: Record<string, string>; clash?: true }, status: 409 | 422) =>
          c.html(html(<PartPage {...at} {...found} {...{ filled, basis }} {...shown} />), status)
        if (sent.mark('basis') !== basis) return again({ clash: true }, 409)
        const read = asked.map((each) => readAnswer(t, each, filled.get(each.id)!, at.draft, todayIn()))
        const problems = Object.assign({}, ...read.map((each) => each.problems)) as Record<string, string>
        if (Object.keys(problems).length > 0) return again({ problems }, 422)
        const kept = answered(
          at.draft,
          read.flatMap(({ answer }) => answer ?? []),
        )
        // What was emptied is no answer any more.
        const emptied = new Set(
          asked
            .filter((each, at) => read[at]!.answer === undefined && filled.get(each.id)!.level === '')
            .map(({ id }) => id),
        )
        const draft = { ...kept, answers: kept.answers.filter(({ requirement }) => !emptied.has(requirement)) }
        const no = await keep(c, at, draft)
        if (no === 'overtaken') return again({ clash: true }, 409)
        // What was saved and ends too early is shown at its field, once: sent unchanged it is accepted.
        const early = draft.answers.some(({ requirement, proof: { until } }) => {
          const before = at.draft.answers.find((each) => each.requirement === requirement)?.proof.until
          return before !== until && proofWarning(until, at.published.annex, todayIn()) !== undefined
        })
        return no ?? c.redirect(early ? `${at.here}/${found.part.id}` : at.here, 303)
      }),
    )
  }
  return app
}

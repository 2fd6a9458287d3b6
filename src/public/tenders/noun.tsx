/** Tenders with a digital annex: what is asked, in which version, and what was answered to all. */
import { line } from '../../lib/csv-write.ts'
import { todayIn } from '../../web/language.ts'
import { refuse } from '../../web/refuse.ts'
import type { Now, Published, PublicPage } from '../published.ts'
import { numberIn, tenderFiles } from './documents.ts'
import { says } from './messages.ts'
import { stateOf, TendersPage } from './page-list.tsx'
import { TenderPage } from './page-tender.tsx'
import { listAnnexes, questionsOf, versionsOf } from './store.ts'

/** Tenders that are listed: a municipality has some ten a year. */
const MOST = 1_000

const onePage =
  (earlier: boolean): PublicPage['answer'] =>
  async ({ site, view, c }) => {
    const no = numberIn(c.req.param('no'))
    const { id } = view.municipality
    const versions = id === null ? [] : await versionsOf(site.db, id, no)
    const asked = earlier ? numberIn(c.req.param('version')) : versions[0]?.version
    const shown = versions.find(({ version }) => version === asked) ?? refuse('page')
    const questions = id === null ? [] : await questionsOf(site.db, id, no)
    const today = site.today()
    return { body: <TenderPage {...{ view, shown, versions, questions, today }} doors={site.reports === true} /> }
  }

async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
  yield line(['kenmerk', 'titel', 'stand', 'sluit', 'versie', 'eisen', 'sha256', 'uitgegeven_op'])
  const today = todayIn()
  yield (await listAnnexes(db, municipality, MOST))
    .map((each) =>
      line([
        each.annex.number,
        each.title,
        stateOf({ lang: 'nl' }, each, today),
        each.closesAt.toISOString(),
        each.version,
        each.annex.requirements.length,
        each.hash,
        each.issuedAt.toISOString(),
      ]),
    )
    .join('')
}

export const tenders: Published = {
  id: 'aanbestedingen',
  pages: [
    {
      path: '/aanbestedingen',
      answer: async ({ site: { db, today }, view }) => {
        const { id } = view.municipality
        const all = id === null ? [] : await listAnnexes(db, id, MOST)
        return { body: <TendersPage view={view} all={all} today={today()} /> }
      },
    },
    { path: '/aanbestedingen/:no{[0-9]+}', answer: onePage(false) },
    { path: '/aanbestedingen/:no{[0-9]+}/versie/:version{[0-9]+}', answer: onePage(true) },
  ],
  documents: tenderFiles,
  files: [
    {
      name: 'aanbestedingen',
      title: 'Aanbestedingen',
      text: { nl: says('nl').file, en: says('en').file },
      theme: 'GOVE',
      page: '/aanbestedingen',
      lines: { of: 'now', read: lines },
    },
  ],
  fixed: ['/aanbestedingen'],
  few: async ({ now: { db, municipality } }) =>
    (await listAnnexes(db, municipality, MOST)).map(({ no, issuedAt }) => ({
      path: `/aanbestedingen/${no}`,
      changed: issuedAt,
    })),
  news: async ({ site, view: { m, lang, municipality } }, to, most) => {
    if (municipality.id === null) return []
    return (await listAnnexes(site.db, municipality.id, most)).map((each) => ({
      url: to(`/aanbestedingen/${each.no}/versie/${each.version}`),
      title: says(lang).news(each.title),
      summary: says(lang).newsText(each.version, each.closesAt),
      at: each.issuedAt,
      author: m.feed.author(municipality.name),
    }))
  },
}

/** What readers report, at the desk: the list, one of them, taking it and answering it. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { isEmail } from '../../lib/mail-address.ts'
import { hashOfToken } from '../../lib/token.ts'
import { allows } from '../../vocabulary/roles.ts'
import { forbidden, go, missing, page, type Asked, type Route } from '../../web/desk/route.ts'
import { readForm, ticked, word } from '../../web/desk/schema.ts'
import { answered, toOwner } from './letters.ts'
import { ReportsPage } from './page-list.tsx'
import { ReportPage, type Typed } from './page-report.tsx'
import { answerProblems, isGiven, markOf, secretOf } from './rules.ts'
import {
  addressOfReporter,
  countReports,
  giveAnswer,
  handlerOf,
  listReports,
  namedOf,
  reportById,
  takeReport,
  wordsOf,
  type Report,
} from './store.ts'

/** `key`: of the installation, which makes the secret of the link in a mail. */
export type ReportDeps = {
  readonly key: Buffer
  /** Whom the entry at a public path names: an address to reach them at, and an owner; empty where it does not. */
  readonly namedAt: (
    tx: Tx,
    municipality: string,
    path: string,
  ) => Promise<{ readonly contact: string; readonly owner: string }>
  /** Whether what stands at a public path is newer than this moment; of what has no versions of its own it is. */
  readonly isNewer: (tx: Tx, municipality: string, path: string, since: Date) => Promise<boolean>
}

const shownTo = async (
  { tx, municipality, view, who, today }: Asked<Tx>,
  { namedAt }: ReportDeps,
  report: Report,
  more: { readonly problems?: Readonly<Record<string, string>>; readonly typed?: Typed } = {},
) => (
  <ReportPage
    {...{ view, report, today, ...more }}
    words={await wordsOf(tx, municipality.id, report.id)}
    handler={await handlerOf(tx, municipality.id, report)}
    named={await namedOf(tx, municipality.id, report)}
    entry={await namedAt(tx, municipality.id, report.path)}
    mayAnswer={allows(who.roles, 'report.answer')}
  />
)

/** Writes to who reported it, when an address is known; in the language of the report. */
async function tellReporter({ tx, municipality, origin }: Asked<Tx>, { key }: ReportDeps, report: Report, no: number) {
  const recipient = await addressOfReporter(tx, municipality.id, report.id)
  if (recipient === '') return
  const [word] = (await wordsOf(tx, municipality.id, report.id)).filter((each) => each.no === no)
  const secret = secretOf(key, report.id)
  // With another key of the installation another link would follow: the one that was given still opens.
  const own = hashOfToken(secret) === report.secret
  const { lang, id, title } = report
  await queueMessage(tx, municipality.id, {
    recipient,
    kind: 'report',
    key: `report/${id}/${no}`,
    object: `report/${id}`,
    ...answered(
      {
        lang,
        id,
        title,
        city: municipality.name,
        contact: await contactOf(tx, municipality.id),
        link: own ? `${origin}${lang === 'en' ? '/en' : ''}/fout-melden/${secret}` : undefined,
      },
      word!.outcome ?? 'asked',
      word!.text,
    ),
  })
}

/** What these may hold: `answerProblems`. */
const SAME =
  'Deze pagina is na de melding niet veranderd. Verbeter haar eerst en laat een collega haar openbaar maken, of kies ' +
  'een ander antwoord.'
const FIELDS = { uitkomst: word(z.string()), antwoord: word(z.string()), openbaar: ticked }

export const reportRoutes = (deps: ReportDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/meldingen',
    may: 'report.read',
    answer: async ({ tx, municipality, view, query, today }) => {
      const open = query.get('toon') !== 'beantwoord'
      const at = Math.min(Math.max(Number(query.get('pagina')) || 1, 1), 10_000)
      const reports = await listReports(tx, municipality.id, open, Math.floor(at))
      const counts = await countReports(tx, municipality.id, today)
      return page(<ReportsPage {...{ view, reports, counts, open, today }} page={Math.floor(at)} />)
    },
  },
  {
    method: 'GET',
    path: '/meldingen/:report',
    may: 'report.read',
    answer: async (asked) => {
      const report = await reportById(asked.tx, asked.municipality.id, asked.params['report']!, 'to-read')
      return report ? page(await shownTo(asked, deps, report)) : missing
    },
  },
  {
    method: 'POST',
    path: '/meldingen/:report/oppakken',
    may: 'report.answer',
    answer: async ({ tx, municipality, params, who }) => {
      const report = await reportById(tx, municipality.id, params['report']!, 'to-change')
      if (!report) return missing
      if (report.closedAt !== null) return forbidden('Deze melding is al beantwoord.')
      await takeReport(
        tx,
        municipality.id,
        report,
        who.id,
        `Beantwoord melding ${markOf(report.id)} over ${report.title}`,
      )
      await record(tx, municipality.id, { act: 'report.taken', object: `report/${report.id}` })
      return go(`/balie/meldingen/${report.id}`, 'De melding staat nu op uw lijst.')
    },
  },
  {
    method: 'POST',
    path: '/meldingen/:report/doorsturen',
    may: 'report.answer',
    answer: async ({ tx, municipality, params }) => {
      const report = await reportById(tx, municipality.id, params['report']!, 'to-change')
      if (!report) return missing
      if (report.kind !== 'owner' || report.closedAt !== null) return forbidden('Dit bericht is al beantwoord.')
      const { contact: recipient } = await deps.namedAt(tx, municipality.id, report.path)
      if (!isEmail(recipient))
        return forbidden('In het register staat geen e-mailadres van de eigenaar. Vul dat eerst in.')
      const words = await wordsOf(tx, municipality.id, report.id)
      const added = words.filter(({ step }) => step === 'added').map(({ text }) => text)
      const about = { city: municipality.name, contact: await contactOf(tx, municipality.id) }
      const sent = await queueMessage(tx, municipality.id, {
        recipient,
        kind: 'report',
        // Once, and again when something was added to it.
        key: `report/${report.id}/owner/${added.length}`,
        object: `report/${report.id}`,
        ...toOwner({ ...report, words: added }, about),
      })
      const here = `/balie/meldingen/${report.id}`
      if (!sent) return go(here, 'De eigenaar heeft dit bericht al.')
      await record(tx, municipality.id, { act: 'report.sent-to-owner', object: `report/${report.id}` })
      return go(here, 'Het bericht gaat per e-mail naar de eigenaar.')
    },
  },
  {
    method: 'POST',
    path: '/meldingen/:report/antwoord',
    may: 'report.answer',
    answer: async (asked) => {
      const { tx, municipality, params, who, sent } = asked
      const report = await reportById(tx, municipality.id, params['report']!, 'to-change')
      if (!report) return missing
      const form = readForm(FIELDS, sent).typed
      const [given, text] = [form.uitkomst, form.antwoord]
      const shown = report.kind === 'error' && form.openbaar.includes('ja')
      const typed = { given, text, shown }
      const asIs = given !== 'corrected' || report.kind === 'owner'
      const said = asIs || (await deps.isNewer(tx, municipality.id, report.path, report.at))
      const problems = { ...answerProblems(text, given), ...(said ? {} : { uitkomst: SAME }) }
      if (!isGiven(given) || Object.keys(problems).length > 0)
        return page(await shownTo(asked, deps, report, { problems, typed }), 422)
      const words = await wordsOf(tx, municipality.id, report.id)
      if (sent.mark('gelezen') !== `${words.length}`)
        return page(
          await shownTo(asked, deps, report, {
            problems: { '': 'Er is intussen iets bij gekomen. Lees het hieronder, en verstuur uw antwoord dan.' },
            typed,
          }),
          409,
        )
      const no = words.length + 1
      await giveAnswer(tx, municipality.id, report, no, { given, text, by: who.id, shown })
      await tellReporter(asked, deps, report, no)
      await record(tx, municipality.id, {
        act: given === 'asked' ? 'report.asked' : 'report.answered',
        object: `report/${report.id}`,
        detail: given === 'asked' ? {} : { outcome: given, public: shown },
      })
      const told = report.mails
        ? 'Uw antwoord staat bij de melding en gaat per e-mail uit.'
        : 'Uw antwoord staat bij de melding.'
      return go(`/balie/meldingen/${report.id}`, told)
    },
  },
]

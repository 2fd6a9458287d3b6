/** One case: where it stands, who is next, one main action, and below that the whole file. */
import type { Tx } from '../../../db/as.ts'
import { enteredAbout, seenOf } from '../../../registers/judged-store.ts'
import { Registered } from '../../../registers/judged.tsx'
import { LinkedFrom } from '../../../registers/linked.tsx'
import { linksTo } from '../../../registers/store.ts'
import { withQuestions } from '../../../scoring/declared.ts'
import { weigh } from '../../../scoring/weigh.ts'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type Route } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import { caseNumber } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { mayOpine } from '../rules/may.ts'
import { KIND_NAMES, STATE_SENTENCES, TURNS } from '../rules/words.ts'
import { aboutOf } from '../store/case.ts'
import type { Case } from '../store/rows.ts'
import { CaseFacts, Summary } from './case-about.tsx'
import { History } from './case-history.tsx'
import { Decisions } from './case-decisions.tsx'
import { Line } from './case-line.tsx'
import { Measures } from './case-measures.tsx'
import { Next } from './case-next.tsx'
import { Stances } from './case-stances.tsx'
import { Advices, Opinions } from './case-opinions.tsx'
import { Terms } from './case-terms.tsx'
import { Check, Noted, Test } from './case-test.tsx'
import type { Props } from './part.ts'

export function CasePage(props: Props) {
  const { view, file, who, today } = props
  const { row } = file
  const mine = file.requests.filter(
    (request) =>
      request.round === row.round &&
      mayOpine(request, who, file.facts) &&
      (row.state === 'opinions' || request.opinions.length > 0),
  )
  return (
    <DeskPage wide view={view} title={row.title} crumbs={[{ name: 'Zaken', to: '/balie/zaken' }]}>
      <p className="ld-kicker">
        {caseNumber(row)} · {KIND_NAMES[row.kind]}
        {row.urgent ? ' · spoed' : ''}
        {row.round > 0 ? ` · ronde ${row.round + 1}` : ''}
      </p>
      <div className="ld-opening">
        <Heading level={1}>{row.title}</Heading>
        <Text lead>{sentence(file, today)}</Text>
      </div>
      <Next {...props} />
      <Line file={file} />
      <div className="ld-case">
        <div>
          <Summary file={file} />
          <Stances file={file} today={today} />
        </div>
        <CaseFacts file={file} today={today} />
      </div>
      <Check {...props} />
      <Test {...props} />
      <Noted {...props} />
      <Registered norms={props.norms} findings={props.entered} more={props.more} />
      <Opinions {...props} mine={mine} />
      <Advices file={file} />
      <Decisions {...props} />
      <Measures {...props} />
      <Terms {...props} />
      <LinkedFrom registers={props.registers} linked={props.linked} />
      <History file={file} />
    </DeskPage>
  )
}

export const casePageRoutes = ({
  onCase,
  outcomesOf,
  catalogue,
  questionnaires,
  registers,
}: CaseDoors): readonly Route<Tx>[] => {
  const asked = withQuestions(catalogue, questionnaires)
  const themeNames = new Map(catalogue.themes.map(({ id, name: theme }) => [id, theme]))
  return [
    {
      method: 'GET',
      path: '/zaken/:case',
      may: 'case.read',
      answer: onCase(async ({ tx, municipality, view, who, today }, file) => {
        const about = [{ kind: 'case', id: file.row.id } as const, ...aboutOf(file.row)]
        const { found: entered, more } = await enteredAbout(
          tx,
          municipality.id,
          { registers, norms: catalogue.norms },
          about,
          today,
        )
        const seen = await seenOf(tx, municipality.id, entered)
        const all = [...file.declared, ...file.measured, ...file.noted, ...entered, ...seen]
        return page(
          <CasePage
            view={view}
            file={file}
            who={who}
            today={today}
            themes={weigh(all, asked, 'it-toets', today)
              .themes.filter(({ applicable }) => applicable > 0)
              .map((theme) => ({ ...theme, name: themeNames.get(theme.theme)! }))}
            outcomes={new Map(outcomesOf(file.row.kind).map(({ id, label }) => [id, label]))}
            registers={registers}
            linked={await linksTo(tx, municipality.id, 'case', file.row.id)}
            entered={entered}
            more={more}
            seen={seen}
            norms={catalogue.norms}
          />,
        )
      }),
    },
  ]
}

/** Whether a decision waits for the author, who has not answered everything that was said. */
const owed = ({ state, conditions, answersOwed }: Case['facts']): boolean =>
  state === 'decision' && (answersOwed > 0 || conditions.some(({ reaction }) => reaction === null))

/** Where it stands, whose turn it is, and by when. */
function sentence({ row, facts }: Case, today: string): string {
  const [all, open] = [facts.requests.length, facts.requests.filter(({ answered }) => !answered).length]
  const turn =
    row.state === 'opinions' && all > 0
      ? open === 0
        ? 'Alle adviezen zijn binnen. De behandelaar is aan zet.'
        : all === 1
          ? 'Het gevraagde advies is nog niet gegeven.'
          : `Van de ${all} adviezen ${open === 1 ? 'is er nog één' : `zijn er nog ${open}`} niet gegeven.`
      : `${STATE_SENTENCES[row.state]} ${TURNS[owed(facts) ? 'reaction' : row.state]}`
  const term =
    row.dueOn === null
      ? ''
      : row.dueOn < today
        ? ` De afgesproken datum was ${day('nl', row.dueOn)}.`
        : ` Uiterlijk ${day('nl', row.dueOn)}.`
  return `${turn.trim()}${term}`
}

/** One report at the desk: what was reported, what was said since, and the answer. */
import { isEmail } from '../../lib/mail-address.ts'
import { LONGEST_REPORT, recordOf, REPORT_OUTCOMES } from '../../vocabulary/report.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { markOf } from './rules.ts'
import type { Report, Said } from './store.ts'

export type Typed = { readonly given: string; readonly text: string; readonly shown: boolean }

type Props = {
  readonly view: DeskView
  readonly report: Report
  readonly words: readonly Said[]
  readonly handler: string | undefined
  /** Who is named for the page, and has it until somebody takes it. */
  readonly named: string | undefined
  /** Whom the entry names, in the words of the register; empty where it does not. */
  readonly entry: { readonly contact: string; readonly owner: string }
  readonly mayAnswer: boolean
  readonly today: string
  readonly problems?: Problems
  readonly typed?: Typed
}

const OPTIONS = [
  ...Object.entries(REPORT_OUTCOMES).map(([value, label]) => ({ value, label })),
  { value: 'asked', label: 'Meer nodig: ik vraag de melder iets' },
]

export function ReportPage(props: Props) {
  const { view, report, words, handler, named, entry, mayAnswer, today, problems = none, typed } = props
  const owner = isEmail(entry.contact) ? entry.contact : undefined
  const said = [entry.owner, entry.contact].filter((each) => each !== '')
  const place = `/balie/meldingen/${report.id}`
  const late = report.state === 'open' && report.dueOn < today
  const open = report.closedAt === null
  return (
    <DeskPage
      view={view}
      title={`Melding ${markOf(report.id)}`}
      crumbs={[{ name: 'Meldingen', to: '/balie/meldingen' }]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">
          {report.kind === 'owner' ? 'Bericht aan de eigenaar' : 'Melding'} {markOf(report.id)}
        </p>
        <Heading level={1}>{report.title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {report.state === 'asked' ? (
            'Dit wacht op antwoord van de melder.'
          ) : !open ? (
            `Beantwoord op ${day('nl', report.closedAt ?? report.at)}.`
          ) : late ? (
            <strong className="ld-late">De melder had op {day('nl', report.dueOn)} antwoord moeten hebben.</strong>
          ) : (
            `De melder krijgt uiterlijk op ${day('nl', report.dueOn)} antwoord.`
          )}
        </Text>
      </div>
      <Facts
        items={[
          { name: 'De pagina', value: <Link to={report.seen}>{report.title}</Link> },
          ...(recordOf(report.seen) === report.seen
            ? []
            : [{ name: 'Zoals het nu is', value: <Link to={report.path}>{report.path}</Link> }]),
          ...(report.part === '' ? [] : [{ name: 'Het deel', value: report.part }]),
          { name: 'Van', value: report.name === '' ? 'geen naam bekend' : report.name },
          {
            name: 'Antwoord',
            value: report.mails
              ? `per e-mail en met de eigen link${report.lang === 'en' ? '; leest Engels' : ''}`
              : `alleen met de eigen link${report.lang === 'en' ? '; leest Engels' : ''}`,
          },
          {
            name: 'Bij wie',
            value: handler ?? (named === undefined ? 'nog niemand' : `${named}, die er over gaat; nog niet opgepakt`),
          },
          ...(said.length === 0 ? [] : [{ name: 'In het register staat', value: said.join(', ') }]),
        ]}
      />
      {report.kind === 'owner' && open ? (
        <Text>
          Dit is een bericht voor de eigenaar, en geen foutmelding. Stuur het door, en zet het antwoord hieronder.
        </Text>
      ) : null}
      {mayAnswer && open && report.handler !== view.who.id ? (
        <Form view={view} action={`${place}/oppakken`}>
          <Buttons>
            <Button kind="secondary">{handler === undefined ? 'Melding oppakken' : 'Melding overnemen'}</Button>
          </Buttons>
        </Form>
      ) : null}
      {report.kind === 'owner' && mayAnswer && open ? (
        <Section id="eigenaar" title="Doorsturen naar de eigenaar">
          {owner === undefined ? (
            <Text>In het register staat geen e-mailadres van de eigenaar.</Text>
          ) : (
            <Form view={view} action={`${place}/doorsturen`}>
              <Text>
                Het bericht gaat naar {owner}. De naam gaat mee, het e-mailadres van de schrijver niet. De eigenaar
                antwoordt aan de gemeente; u antwoordt hieronder aan de schrijver.
              </Text>
              <Buttons>
                <Button kind="secondary">Bericht doorsturen</Button>
              </Buttons>
            </Form>
          )}
        </Section>
      ) : null}
      <Section id="gezegd" title="Wat er is gezegd">
        <ol className="ld-talk">
          <Line who={report.name === '' ? 'De melder' : report.name} at={report.at} text={report.text} mine={false} />
          {words.map((each) => (
            <Line
              key={each.no}
              who={each.step === 'added' ? 'De melder' : (each.by ?? 'De gemeente')}
              at={each.at}
              text={each.text}
              mine={each.step !== 'added'}
              how={each.outcome === null ? (each.step === 'asked' ? 'vraag' : '') : REPORT_OUTCOMES[each.outcome]}
            />
          ))}
        </ol>
        {report.told === '' ? null : <Text>Het laatste antwoord staat ook op de openbare pagina.</Text>}
      </Section>
      {mayAnswer ? (
        <Section id="antwoorden" title={open ? 'Antwoorden' : 'Opnieuw antwoorden'}>
          <Form view={view} action={`${place}/antwoord`}>
            <Hidden name="gelezen" value={`${words.length}`} />
            <Choice
              name="uitkomst"
              label="Wat doet u met de melding?"
              hint="Verbeter eerst de pagina zelf. Pas daarna is het antwoord “verbeterd” waar."
              options={OPTIONS}
              value={typed === undefined ? [] : [typed.given]}
              problems={problems}
            />
            <Area
              name="antwoord"
              label="Uw antwoord of vraag aan de melder"
              value={typed?.text ?? ''}
              rows={7}
              maxLength={LONGEST_REPORT}
              problems={problems}
            />
            {report.kind === 'owner' ? null : (
              <Choice
                name="openbaar"
                label="Openbaar"
                hint="Dat er een melding was, staat er altijd. Noem in een openbaar antwoord niemand."
                options={[{ value: 'ja', label: 'Zet dit antwoord ook op de openbare pagina' }]}
                value={typed?.shown ? ['ja'] : []}
                several
              />
            )}
            <Buttons>
              <Button>Antwoord versturen</Button>
            </Buttons>
          </Form>
        </Section>
      ) : null}
    </DeskPage>
  )
}

type LineProps = { who: string; at: Date; text: string; mine: boolean; how?: string }
function Line({ who, at, text, mine, how = '' }: LineProps) {
  return (
    <li className={mine ? 'ld-talk__line ld-talk__line--mine' : 'ld-talk__line'}>
      <p className="ld-quiet">
        {who}, <time dateTime={at.toISOString()}>{moment('nl', at)}</time>
        {how === '' ? '' : ` · ${how}`}
      </p>
      <p className="ld-said">{text}</p>
    </li>
  )
}

/** The pre-check and the test of a case, with what was measured beside what was answered. */
import { MeasuredTable } from '../../../web/desk/measured.tsx'
import { NotedTable } from '../../../web/desk/noted.tsx'
import { flagsInWords } from '../../../web/flags.ts'
import { percent, points } from '../../../web/language.ts'
import { Details, Heading, Link, Notice, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { name, type Props } from './part.ts'

export function Check({ file }: Props) {
  const { row, proposal } = file
  if (row.preCheck === null) return null
  return (
    <Section id="voortoets" title="Voortoets">
      <Text>
        {'rule' in proposal
          ? proposal.rule
          : `Er ${
              proposal.open.length === 1 ? 'is nog één vraag' : `zijn nog ${proposal.open.length} ` + `vragen`
            } open.`}{' '}
        {'rule' in proposal && row.state === 'pre-check'
          ? 'Dit is een voorstel; de behandelaar bevestigt het, of kiest met reden anders.'
          : ''}
      </Text>
      <Text>
        <Link to={`/balie/vragenlijsten/${row.preCheck}`}>
          {row.state === 'draft' ? 'Naar de voortoets' : 'Lees de voortoets'}
        </Link>
      </Text>
    </Section>
  )
}

export function Test({ file, view, themes }: Props) {
  const { row, test, flagAnswers, measured, contradictions } = file
  if (!test || row.fullTest === null) return null
  const { result } = test
  return (
    <Section id="toets" title={test.questionnaire.title}>
      <Text>
        {result.asked - result.open.length} van {result.asked} vragen ingevuld; van wat hier geldt is{' '}
        {percent('nl', result.coverage)} bekend.{' '}
        <Link to={`/balie/vragenlijsten/${row.fullTest}`}>Naar de vragen en de uitkomst per deel</Link>{' '}
        <Link to={`/balie/zaken/${row.id}/convenanten`}>Blauwdruk: leg de convenanten ernaast</Link>
      </Text>
      <Text>{flagsInWords(result)}</Text>
      {result.flags.length === 0 ? null : (
        <ul className="ld-flags">
          {result.flags.map(({ question, text }) => {
            const answer = flagAnswers.get(question)
            return (
              <li key={question}>
                <span aria-hidden="true">⚑</span> <strong>{text}</strong>{' '}
                <Link to={`/balie/vragenlijsten/${row.fullTest}/${question}`}>vraag {question}</Link>
                <br />
                {answer ? (
                  `${name(file, answer.by)}: ${answer.text}`
                ) : (
                  <span className="ld-quiet">nog geen antwoord</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {themes.length === 0 ? null : (
        <Details summary="Per thema, antwoorden en metingen samen">
          <Table
            id="themas"
            caption="Per thema (van 100)"
            hideCaption
            stacked
            columns={[
              { head: 'Thema' },
              { head: 'Uitkomst', numeric: true },
              { head: 'Bekend', numeric: true },
              { head: 'Normen geraakt', numeric: true },
            ]}
            rows={themes.map((theme) => ({
              key: theme.theme,
              cells: [
                theme.name,
                theme.score === null ? 'te weinig bekend' : points('nl', theme.score),
                percent('nl', theme.coverage ?? 0),
                `${theme.normsTouched} van ${theme.norms}`,
              ],
            }))}
          />
        </Details>
      )}
      {measured.length === 0 ? null : (
        <>
          <Heading level={3}>Gemeten op de websites van dit product</Heading>
          <MeasuredTable id="gemeten" findings={measured} />
        </>
      )}
      {contradictions.length === 0 ? null : (
        <div id="tegenspraak">
          <Notice title="Antwoord en meting spreken elkaar tegen">
            <ul className="ld-list">
              {contradictions.map(({ norm, declared, measured: seen }) => (
                <li key={norm}>
                  <Link to={`/normen/${norm}`}>{norm}</Link>: het antwoord op {String(declared.seen['question'])} zegt “
                  {declared.verdict === 'met' ? 'voldoet' : 'voldoet niet'}”, de meting zegt “
                  {seen.verdict === 'met' ? 'voldoet' : 'voldoet niet'}” ({seen.criterion}).
                </li>
              ))}
            </ul>
            <Text>
              Een meting verandert nooit vanzelf een antwoord.{' '}
              {view.who.id === row.handler ? 'Kijk het na en leg in een opmerking bij de vraag vast wat klopt.' : ''}
            </Text>
          </Notice>
        </div>
      )}
    </Section>
  )
}

/** What people saw of the product or the regulation, and of what the registers say about it. */
export function Noted({ file, seen, entered, today }: Props) {
  const all = [...file.noted, ...seen]
  const titles = new Map(entered.map(({ entry }) => [entry.id, entry.title]))
  if (all.length === 0) return null
  return (
    <Section id="gezien" title="Wat mensen zagen">
      <NotedTable
        id="gezien-tabel"
        caption="Wat mensen zagen"
        findings={all}
        today={today}
        {...(seen.length === 0 ? {} : { about: ({ about }) => titles.get(about.id) ?? 'het onderwerp van deze zaak' })}
      />
    </Section>
  )
}

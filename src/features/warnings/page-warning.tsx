/** One warning at the desk: its label first, then what to do, who it is for, and what they answered. */
import type { ReplyCounts } from '../../model/warning.ts'
import { LEVELS, SIGNATURES, URGENCIES, WARNING_ENDS, WARNING_SOURCES } from '../../vocabulary/warning.ts'
import { ErrorSummary, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { Details, Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { TlpBanner } from '../../web/warning/label.tsx'
import { SourceText } from '../../web/warning/text.tsx'
import { PLACE } from './page-list.tsx'
import { EndPart, LabelPart, ReplyPart, SendPart } from './part-acts.tsx'
import { MatchPart } from './part-matches.tsx'
import { ReceiverPart } from './part-receivers.tsx'
import { differences, isPast, isRunning, productShown } from './rules.ts'
import type { Shown } from './shown.ts'
import type { Version, Warning } from './store.ts'

type Props = Shown & {
  readonly view: DeskView
  readonly today: string
  readonly problems?: Problems
}

const standing = ({ state, ended, endedOn, endsOn, label }: Warning, today: string): string => {
  if (ended !== null) return `Deze waarschuwing is voorbij sinds ${day('nl', endedOn!)}: ${WARNING_ENDS[ended]}.`
  if (state === 'open')
    return label === null
      ? 'Deze waarschuwing kwam zonder label binnen. Kies eerst wie haar mag lezen.'
      : 'Deze waarschuwing is nog niet verstuurd.'
  return isPast({ state, endsOn }, today)
    ? `Deze waarschuwing is voorbij sinds ${day('nl', endsOn!)}. Geldt zij nog? Verleng haar dan.`
    : `Deze waarschuwing loopt tot en met ${day('nl', endsOn!)}.`
}

/** The words themselves. */
function Words({ words }: { words: Version }) {
  const { what, act, actBy, works, call, urgency, chance, damage, products, references, notes } = words
  return (
    <>
      {what === '' ? null : <Text lead>{what}</Text>}
      <Section id="doen" title={actBy === null ? 'Wat u doet' : `Wat u doet, uiterlijk ${day('nl', actBy)}`}>
        <div className="ld-warning-act">
          <Text>{act === '' ? 'Dit is nog niet in gewone woorden geschreven.' : act}</Text>
        </div>
        <Facts
          items={[
            ...(works === '' ? [] : [{ name: 'Zo ziet u dat het werkte', value: works }]),
            ...(call === '' ? [] : [{ name: 'Hulp nodig', value: call }]),
            ...(urgency === null ? [] : [{ name: 'Hoe snel', value: URGENCIES[urgency] }]),
            ...(chance === null ? [] : [{ name: 'Kans', value: LEVELS[chance] }]),
            ...(damage === null ? [] : [{ name: 'Schade', value: LEVELS[damage] }]),
          ]}
        />
      </Section>
      {products.length === 0 ? null : (
        <Section id="producten" title="Over deze producten">
          <List
            items={products.map((each, at) => ({
              key: `${at}`,
              body: `${productShown(each)}${each.status === '' ? '' : ` (${each.status})`}`,
            }))}
          />
        </Section>
      )}
      {notes === '' && references.length === 0 ? null : (
        <Details summary="Wat de bron schrijft" open={act === ''}>
          <SourceText text={notes} />
          {references.length === 0 ? null : (
            <>
              <Text>De bron noemt deze adressen. Wij maken er geen link van: typ een adres zelf over.</Text>
              <List
                items={references.map(({ what: called, url }, at) => ({
                  key: `${at}`,
                  body: <span className="ld-break">{called === '' ? url : `${called}: ${url}`}</span>,
                }))}
              />
            </>
          )}
        </Details>
      )}
    </>
  )
}

const countLine = (counts: ReplyCounts): string =>
  `Geldt: ${counts.applies}. Geldt niet: ${counts.not}. Gedaan: ${counts.done}. Hulp nodig: ${counts.help}. ` +
  `Nog niets gezegd (onbekend): ${counts.silent}.`

export function WarningPage(props: Props) {
  const { view, warning, words, today, problems = none, mayWrite, mayReply, own } = props
  const { id, label } = warning
  const red = label === 'RED'
  const title = words?.title ?? 'Een waarschuwing'
  return (
    <DeskPage
      view={view}
      title={problems === none ? title : `Fout: ${title}`}
      crumbs={[{ name: 'Waarschuwingen', to: PLACE }]}
      oneForm
    >
      <div className={red ? 'ld-not-printed' : undefined}>
        <div className="ld-opening">
          <TlpBanner label={label} />
          <Heading level={1}>{title}</Heading>
          <ErrorSummary problems={problems} />
          <Text>{standing(warning, today)}</Text>
        </div>
        {words === undefined ? null : <Words words={words} />}
        {mayReply && isRunning(warning, today) ? <ReplyPart {...{ view, id, own, problems }} /> : null}
        <Counts {...props} />
        {mayWrite && label === null ? <LabelPart {...{ view, warning, problems, today }} /> : null}
        {mayWrite && label !== null ? <ReceiverPart {...props} problems={problems} /> : null}
        {mayWrite && label !== null && words !== undefined && words.products.length > 0 ? (
          <MatchPart {...props} />
        ) : null}
        {mayWrite && label !== null && warning.ended === null ? (
          <>
            <SendPart {...props} problems={problems} />
            <LabelPart {...{ view, warning, problems, today }} />
            {warning.state === 'sent' ? <EndPart {...{ view, id }} /> : null}
          </>
        ) : null}
        {words === undefined ? null : <Origin {...props} words={words} />}
        <Course {...props} />
      </div>
      {red ? <p className="ld-only-printed">TLP:RED komt niet op papier.</p> : null}
    </DeskPage>
  )
}

function Counts({ counts, warning }: Shown) {
  if (counts === undefined || warning.state === 'open') return null
  return (
    <Section id="aantallen" title="Wat organisaties antwoorden">
      <Text>{countLine(counts)}</Text>
      <Text>Geteld zijn organisaties, nooit personen. Wie zwijgt, is onbekend.</Text>
    </Section>
  )
}

/** Whose it is, how its file was found, and the file to take along. */
function Origin({ warning, words, mayExport, mayWrite }: Shown & { readonly words: Version }) {
  const { id, publisher, source, tracking, ended } = warning
  const version = words.sourceVersion === '' ? `${words.no}` : `${words.no} (bij de bron: ${words.sourceVersion})`
  return (
    <Section id="bron" title="Waar dit vandaan komt">
      <Facts
        items={[
          { name: 'Bron', value: `${publisher} (${WARNING_SOURCES[source]})` },
          { name: 'Kenmerk', value: <span className="ld-break">{tracking}</span> },
          { name: 'Versie', value: version },
          ...(words.signature === 'own'
            ? []
            : [{ name: 'Handtekening', value: `${SIGNATURES[words.signature]} ${words.signedBy}`.trim() }]),
        ]}
      />
      {mayExport ? (
        <Text>
          <a className="nl-link" href={`${PLACE}/${id}/csaf`} download>
            Meenemen als bestand (CSAF 2.0), met het label erin
          </a>
        </Text>
      ) : (
        <Text>Dit label laat geen bestand toe.</Text>
      )}
      {mayWrite && ended === null ? (
        <Text>
          <Link to={`${PLACE}/${id}/wijzigen`}>De woorden wijzigen</Link>
        </Text>
      ) : null}
    </Section>
  )
}

/** What changed: its words, its label, and who read it by name. */
function Course({ before, words, labels, readings }: Shown) {
  const changed = before === undefined || words === undefined ? [] : differences(before, words)
  const short = (text: string) => (text === '' ? 'leeg' : `“${text.slice(0, 400)}”`)
  return (
    <>
      {changed.length === 0 ? null : (
        <Section id="anders" title="Wat er anders is dan in de vorige versie">
          <List
            items={changed.map(({ what, before: was, after }) => ({
              key: what,
              body: `${what}: eerst ${short(was)}, nu ${short(after)}`,
            }))}
          />
        </Section>
      )}
      {labels.length === 0 ? null : (
        <Section id="labels" title="Labels die het had">
          <List
            items={labels.map((each) => ({
              key: `${each.no}`,
              body:
                `${day('nl', each.leaveOn)}: ${each.was === null ? 'zonder label' : `TLP:${each.was}`} werd ` +
                `TLP:${each.label}. ${each.leaveBy} zei: “${each.leaveText}” ` +
                `(vastgelegd door ${each.by ?? 'de bron zelf'}).`,
            }))}
          />
        </Section>
      )}
      {readings.length === 0 ? null : (
        <Section id="gelezen" title="Wie dit las">
          <List items={readings.map((each) => ({ key: each.id, body: `${each.name}, ${moment('nl', each.at)}` }))} />
        </Section>
      )}
    </>
  )
}

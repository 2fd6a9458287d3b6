/** What differs in an annex that somebody edited, requirement by requirement, for a person to accept. */
import { OWN_WORDS } from '../../vocabulary/tender.ts'
import { Area, Button, Buttons, ErrorSummary, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { crumbsTo, placeOfTender, type Whole } from './draft.ts'
import type { HeadChange } from './rules/annex-head.ts'
import type { AnnexChange, ReadAnnex } from './rules/annex-read.ts'

type Props = {
  readonly view: DeskView
  readonly whole: Whole
  readonly read: ReadAnnex
  /** Under which it is kept for this person. */
  readonly file: string
  readonly changes: readonly AnnexChange[]
  readonly taken?: readonly string[]
  readonly reason?: string
  readonly problems?: Problems
}

const whereOf = (count: number): string =>
  count === 0
    ? 'Buiten de eisen is iets anders.'
    : count === 1
      ? 'Bij 1 eis is iets anders.'
      : `Bij ${count} eisen is iets anders.`

export function ReadBackPage({ view, whole, read, file, changes, taken = [], reason = '', problems = none }: Props) {
  const { tender, annex, hash } = whole
  const here = placeOfTender(tender)
  const these = annex.requirements
    .map((asked) => ({ asked, own: changes.filter((each) => each.id === asked.id) }))
    .filter(({ own }) => own.length > 0)
  const outside = changes.filter((each) => each.kind === 'strange' || (each.kind === 'lines' && each.id === ''))
  const acceptable = these.filter(({ asked, own }) =>
    own.some((each) => each.kind === 'words' || each.kind === 'gone' || isTaken(each, isOwn(whole, asked.id))),
  )
  return (
    <DeskPage view={view} title="Wijzigingen in de bijlage" crumbs={crumbsTo(tender)} wide>
      <div className="ld-opening">
        <Heading level={1}>Wijzigingen in de bijlage</Heading>
        <Text lead>
          {these.length + outside.length === 0
            ? 'Het bestand zegt hetzelfde als de bijlage.'
            : `${whereOf(these.length)} Er verandert niets tot u het overneemt.`}
        </Text>
      </div>
      <ErrorSummary problems={problems} />
      {read.hash !== hash ? (
        <Notice title="Het bestand is van een eerdere stand">
          <Text>
            De bijlage is veranderd nadat dit bestand werd gedownload. Hieronder staat het verschil met de bijlage van
            nu. Neem niets over wat een collega intussen bewust anders schreef.
          </Text>
        </Notice>
      ) : null}
      {read.tracked ? (
        <Text>In het bestand stonden wijzigingen bijgehouden. Wij lezen het alsof ze allemaal zijn aanvaard.</Text>
      ) : null}
      {read.remarks.length > 0 ? (
        <Section id="opmerkingen" title="Opmerkingen in de kantlijn">
          <List items={read.remarks.map((body, index) => ({ key: `${index}`, body }))} />
        </Section>
      ) : null}
      <Form view={view} action={`${here}/teruglezen`}>
        <Hidden name="bestand-id" value={file} />
        <Hidden name="stand" value={hash} />
        {these.map(({ asked, own }) => (
          <Section key={asked.id} id={`eis-${asked.id}`} title={asked.title} wide>
            <One own={own} id={asked.id} />
            {own.some(({ kind }) => kind === 'lines') ? (
              <Text>
                Deze regels nemen wij niet over uit een bestand: daaraan hangen het bewijs, en wat een inschrijver
                eerder op deze eis antwoordde.{' '}
                <Link to={isOwn(whole, asked.id) ? `${here}/eigen-eis?eis=${asked.id}` : `${here}/eisen/${asked.id}`}>
                  {isOwn(whole, asked.id) ? 'Wijzig deze eigen eis' : 'Kies het niveau of eigen woorden bij deze eis'}
                </Link>
                .
              </Text>
            ) : null}
            {own.flatMap((each) =>
              each.kind === 'head'
                ? [<Head key={each.what} change={each} own={isOwn(whole, asked.id)} {...{ taken, problems }} />]
                : [],
            )}
            {own.some(({ kind }) => kind === 'words' || kind === 'gone') ? (
              <div className={`ld-option${problems[`neem-${asked.id}`] === undefined ? '' : ' ld-field--wrong'}`}>
                {problems[`neem-${asked.id}`] === undefined ? null : (
                  <p className="ld-problem" id={`fout-neem-${asked.id}`}>
                    {problems[`neem-${asked.id}`]}
                  </p>
                )}
                <input
                  type="checkbox"
                  id={`veld-neem-${asked.id}`}
                  name="neem"
                  value={asked.id}
                  defaultChecked={taken.includes(asked.id)}
                />
                <label htmlFor={`veld-neem-${asked.id}`}>
                  {own.some(({ kind }) => kind === 'gone') ? 'Laat deze eis weg' : 'Neem deze woorden over'}
                </label>
              </div>
            ) : null}
          </Section>
        ))}
        {outside.length > 0 ? (
          <Section id="elders" title="Tekst buiten de eisen">
            <Text>
              Dit hoort bij geen eis van deze bijlage en wordt niet overgenomen. Is het een nieuwe eis?{' '}
              <Link to={`${here}/eigen-eis`}>Voeg een eigen eis toe</Link>, met een norm en een reden.
            </Text>
            {outside.map((each, index) => (
              <One key={`${index}`} own={[each]} id={`elders-${index}`} />
            ))}
          </Section>
        ) : null}
        {acceptable.length > 0 ? (
          <>
            <Area
              name="reden"
              label="Waarom veranderen deze woorden?"
              rows={3}
              value={reason}
              maxLength={2_000}
              problems={problems}
            />
            <Buttons>
              <Button>Neem over wat is aangevinkt</Button>
            </Buttons>
          </>
        ) : null}
      </Form>
      <Text>
        <Link to={here}>Terug zonder iets over te nemen</Link>
      </Text>
    </DeskPage>
  )
}

/** A requirement of the tender itself, and not of the catalogue. */
const isOwn = ({ own }: Whole, id: string): boolean => own.some((each) => each.id === id)

/** Whether this can be taken over: the level of one of the catalogue, the name and kind of one of the tender itself. */
const isTaken = (change: AnnexChange, own: boolean): boolean =>
  change.kind === 'head' && (change.what === 'level') !== own

const HEAD = { title: 'De naam', kind: 'De soort', level: 'Het niveau' } as const
const TAKE = { title: 'Neem deze naam over', kind: 'Neem deze soort over', level: 'Neem dit niveau over' } as const

/** A changed name, kind or level, with a box to take it over, or why that cannot be. */
function Head({
  change,
  own,
  taken,
  problems,
}: {
  change: HeadChange
  own: boolean
  taken: readonly string[]
  problems: Problems
}) {
  const { id, what, from, to } = change
  const value = `${what}.${id}`
  const wrong = problems[`neem-${value}`]
  return (
    <>
      <Text>
        {HEAD[what]} was “{from}” en is in het bestand “{to || 'leeg'}”.
        {isTaken(change, own)
          ? what === 'level'
            ? ' Neemt u dat over, dan geldt de tekst van dat niveau, behalve waar u eigen woorden heeft.'
            : ' Neemt u dat over, dan krijgt de eis een nieuw tekstnummer.'
          : what === 'level'
            ? ' Een eigen eis heeft maar één niveau. Dit nemen wij niet over.'
            : ' Die staat vast in de catalogus: bewijs en eerdere antwoorden hangen eraan. Wij nemen dit niet over.'}
      </Text>
      {isTaken(change, own) ? (
        <div className={`ld-option${wrong === undefined ? '' : ' ld-field--wrong'}`}>
          {wrong === undefined ? null : (
            <p className="ld-problem" id={`fout-neem-${value}`}>
              {wrong}
            </p>
          )}
          <input
            type="checkbox"
            id={`veld-neem-${value}`}
            name="neem"
            value={value}
            defaultChecked={taken.includes(value)}
          />
          <label htmlFor={`veld-neem-${value}`}>{TAKE[what]}</label>
        </div>
      ) : null}
    </>
  )
}

function One({ own, id }: { own: readonly AnnexChange[]; id: string }) {
  const words = own.flatMap((each) => (each.kind === 'words' ? [each] : []))
  return (
    <>
      {words.length === 0 ? null : (
        <Table
          id={`woorden-${id}`}
          caption="Andere woorden"
          hideCaption
          stacked
          columns={[{ head: 'Onderdeel' }, { head: 'Staat er nu' }, { head: 'In het bestand' }]}
          rows={words.map(({ word, from, to }) => ({ key: word, cells: [OWN_WORDS[word], from, to || 'leeg'] }))}
        />
      )}
      {own.map((each, index) =>
        each.kind === 'gone' ? (
          <Text key={index}>Deze eis staat niet meer in het bestand.</Text>
        ) : each.kind === 'moved' ? (
          <Text key={index}>
            Deze eis staat op een andere plek. De volgorde van de bijlage blijft die van de delen.
          </Text>
        ) : each.kind === 'strange' ? (
          <p key={index} className="nl-paragraph ld-preline">
            {each.text}
          </p>
        ) : each.kind === 'lines' ? (
          <List
            key={index}
            items={[
              ...each.came.map((line, at) => ({ key: `bij-${at}`, body: `Erbij: ${line}` })),
              ...each.went.map((line, at) => ({ key: `weg-${at}`, body: `Weg: ${line}` })),
            ]}
          />
        ) : null,
      )}
    </>
  )
}

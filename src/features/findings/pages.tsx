/** The pages of what people saw: the list, and reading a file in after a trial run. */
import type { Noted } from '../../model/finding.ts'
import { NOTED_SOURCES, STRENGTH_WORDS, SUBJECT_WORDS, VERDICT_WORDS } from '../../vocabulary/finding.ts'
import { Button, Buttons, ErrorSummary, FileField, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { NotedTable } from '../../web/desk/noted.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, number } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { LIST, placeOf } from './page-finding.tsx'
import type { Plan } from './plan.ts'

/** Rows that could not be read and are shown. */
const MOST = 200
const crumbs = [{ name: 'Organisaties', to: '/balie/organisaties' }]
const LEADS = {
  standing: 'Wat zag iemand ter plaatse, wat bleek uit een IT-toets, en wat vonden anderen?',
  ending: 'Wat hier staat, telt binnenkort niet meer. Laat opnieuw kijken, of laat het punt onbekend worden.',
  withdrawn: 'Wat hier staat, is ingetrokken of vervangen. Het telt nergens meer mee.',
} as const

type Listed = {
  readonly view: DeskView
  readonly findings: readonly Noted[]
  /** There are more than these. */
  readonly more: boolean
  readonly names: ReadonlyMap<string, string>
  readonly today: string
  readonly mayNote: boolean
  readonly which: keyof typeof LEADS
  /** When the first of the newest publication stops counting. */
  readonly ends: { readonly no: number; readonly on: string } | undefined
}

export function NotedPage({ view, findings, more, names, today, mayNote, which, ends }: Listed) {
  return (
    <DeskPage view={view} title={LIST.name} crumbs={crumbs} wide>
      <div className="ld-opening">
        <Heading level={1}>{LIST.name}</Heading>
        <Text lead>{LEADS[which]}</Text>
      </div>
      {mayNote ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href="/balie/bevindingen/inlezen">
            Lees bevindingen in
          </a>
        </Buttons>
      ) : null}
      <Text>
        {which === 'standing' ? (
          <Link to={`${LIST.to}?welke=ingetrokken`}>Bekijk wat is ingetrokken of vervangen</Link>
        ) : (
          <Link to={LIST.to}>Bekijk alles wat geldt</Link>
        )}
      </Text>
      {findings.length === 0 ? (
        <Text>{which === 'standing' ? 'Er is nog niets ingelezen.' : 'Hier staat niets.'}</Text>
      ) : (
        <NotedTable
          id="bevindingen"
          caption="Het laatste eerst"
          findings={findings}
          today={today}
          about={({ about }) => names.get(about.id) ?? 'iets dat er niet meer is'}
          act={(finding) => (
            <Link to={placeOf(finding)}>
              Bekijk<span className="ld-hidden">: {finding.criterion}</span>
            </Link>
          )}
        />
      )}
      {more ? (
        <Text>
          Dit zijn er {findings.length}. De andere staan bij de organisatie, het product of het register waar zij over
          gaan.
        </Text>
      ) : null}
      {ends === undefined ? null : (
        <Section id="publicatie" title="Hoelang metingen tellen">
          <Text>
            De eerste metingen van publicatie {ends.no} tellen tot en met {day('nl', ends.on)}. Daarna staat bij zo’n
            punt op de site dat het onbekend is, tot er opnieuw is gemeten en gepubliceerd. Dat doet de beheerder.
          </Text>
        </Section>
      )}
    </DeskPage>
  )
}

type Trial = { readonly id: string; readonly plan: Plan }
type Import = { readonly view: DeskView; readonly problems?: Problems; readonly trial?: Trial }

export function ImportPage({ view, problems = none, trial }: Import) {
  return (
    <DeskPage view={view} title="Lees bevindingen in" crumbs={[...crumbs, LIST]}>
      <div className="ld-opening">
        <Heading level={1}>Lees bevindingen in</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {trial ? 'Dit is een proef. Er is nog niets veranderd.' : 'U ziet eerst wat erbij komt. Daarna beslist u.'}
        </Text>
      </div>
      {trial ? <TrialRun view={view} trial={trial} /> : <Choose view={view} problems={problems} />}
    </DeskPage>
  )
}

function TrialRun({ view, trial: { id, plan } }: { view: DeskView; trial: Trial }) {
  const { good, refused } = plan
  return (
    <>
      <Text>
        {number('nl', good.length)} goed, {number('nl', refused.length)} geweigerd.
      </Text>
      {refused.length === 0 ? null : (
        <Table
          id="geweigerd"
          caption={`Geweigerde regels${refused.length > MOST ? `: de eerste ${MOST}` : ''}`}
          stacked
          columns={[{ head: 'Regel' }, { head: 'Waarom' }]}
          rows={refused.slice(0, MOST).map(({ line, why }) => ({ key: `${line}`, cells: [`${line}`, why] }))}
        />
      )}
      {good.length === 0 ? null : (
        <Form view={view} action="/balie/bevindingen/inlezen">
          <Hidden name="proef" value={id} />
          {refused.length === 0 ? null : (
            <Text>
              Verbeter de geweigerde regels in uw bestand en lees het daarna nog eens in. Wat er staat, blijft staan.
            </Text>
          )}
          <Buttons>
            <Button>{refused.length === 0 ? 'Bestand inlezen' : 'Lees alleen de goede regels in'}</Button>
          </Buttons>
        </Form>
      )}
      <Text>
        <Link to="/balie/bevindingen/inlezen">Kies een ander bestand</Link>
      </Text>
    </>
  )
}

function Choose({ view, problems }: { view: DeskView; problems: Problems }) {
  const words = (of: Readonly<Record<string, unknown>>) => Object.keys(of).join(', ')
  return (
    <>
      <Section id="bestand" title="Kies een bestand">
        <Form view={view} action="/balie/bevindingen/inlezen" files>
          <FileField
            name="bestand"
            label="Bestand"
            hint="ODS of CSV, hoogstens 5 MB en 5.000 regels."
            accept=".ods,.csv,text/csv,application/vnd.oasis.opendocument.spreadsheet"
            problems={problems}
          />
          <Buttons>
            <Button>Bekijk wat erbij komt</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="hoe" title="Hoe ziet het bestand eruit?">
        <Text>Boven elke kolom staat een van deze namen. Elke regel is één bevinding.</Text>
        <Facts
          items={[
            { name: 'criterium', value: 'de hele code, zoals VEI-11.hsts' },
            { name: 'soort', value: words(SUBJECT_WORDS) },
            { name: 'waarover', value: 'de hele naam, het webadres, of het nummer in het register' },
            { name: 'oordeel', value: words(VERDICT_WORDS) },
            { name: 'gezien op', value: 'een datum, zoals 31-12-2026' },
            { name: 'gezien door', value: 'wie het zag: een functie, een bureau of een naam' },
            { name: 'herkomst', value: words(NOTED_SOURCES) },
            { name: 'sterkte', value: `${words(STRENGTH_WORDS)}; leeg: wat bij de herkomst hoort` },
            { name: 'toelichting', value: 'wat is gezien, in één of twee zinnen' },
          ]}
        />
      </Section>
    </>
  )
}

/** What becomes public of a covenant: released by one, published by another; and what parties say before that. */
import type { Tx } from '../../../db/as.ts'
import type { CovenantDocument } from '../../../model/public-covenant.ts'
import { COVENANT_STANCES } from '../../../vocabulary/covenant.ts'
import { allows } from '../../../vocabulary/roles.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Form,
  Hidden,
  none,
  type Problems,
} from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { day, moment } from '../../../web/language.ts'
import { Details, Heading, Link, List, Notice, Section, Text } from '../../../web/parts.tsx'
import type { Covenant } from '../store.ts'
import { documentOf, printOf } from './document-store.ts'
import { factsOf, releasePath, type Act, type Facts } from './release-store.ts'
import { toldOf, type ToldRow } from './told-store.ts'
import { ToldParties } from './told-parties.tsx'

const STEPS: Readonly<Record<Act['step'], string>> = {
  released: 'gaf vrij',
  'taken-back': 'nam de vrijgave terug',
  published: 'maakte openbaar',
  'withdrawal-asked': 'vroeg om in te trekken',
  'withdrawal-dropped': 'liet het openbaar',
  withdrawn: 'trok in',
}

const toldAct = ({ at, byName, step, text }: Act): string =>
  `${moment('nl', at)}: ${byName} ${STEPS[step]}${text === '' ? '.' : `: ${text}`}`

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly facts: Facts
  readonly document: CovenantDocument | undefined
  readonly told: readonly ToldRow[]
  readonly today: string
  readonly problems?: Problems
}

/** The page as it stands now, with what was not right. */
export async function releasePage(
  tx: Tx,
  municipality: string,
  view: DeskView,
  covenant: Covenant,
  today: string,
  problems: Problems = none,
) {
  const facts = await factsOf(tx, municipality, covenant.id)
  const waits = facts.last?.step === 'released' ? facts.last : undefined
  const version = waits?.version ?? facts.final
  const document =
    version === undefined ? undefined : await documentOf(tx, municipality, covenant, version, waits?.opinions ?? true)
  const told = await toldOf(tx, municipality, covenant.id)
  return <ReleasePage {...{ view, covenant, facts, document, told, today, problems }} />
}

function ReleasePage({ view, covenant, facts, document, told, today, problems = none }: Props) {
  const { last, shown } = facts
  const at = releasePath(covenant.id)
  const waits = last?.step === 'released' || last?.step === 'withdrawal-asked'
  return (
    <DeskPage
      view={view}
      title="Openbaar maken"
      crumbs={[
        { name: 'Afspraken', to: '/balie/afspraken' },
        { name: covenant.title, to: `/balie/convenanten/${covenant.id}` },
      ]}
    >
      <p className="ld-kicker">
        Convenant {covenant.no}, {covenant.title}
      </p>
      <Heading level={1}>Openbaar maken</Heading>
      <ErrorSummary problems={problems} />
      <Text lead>
        Eén persoon geeft het vrij. Een collega kijkt het na en maakt het openbaar. Namen van partijen volgen pas als
        zij het goed vonden, het lazen en hun termijn voorbij is.
      </Text>
      {shown ? (
        <Text>
          Uitgave {shown.edition} is openbaar sinds {moment('nl', shown.since)}. Cijfers volgen vanzelf.{' '}
          <Link to={`/convenanten/${covenant.no}`}>Bekijk de openbare pagina</Link>
        </Text>
      ) : (
        <Text>Dit is nu niet openbaar.</Text>
      )}
      {waits ? <Waiting {...{ view, facts, document, at, problems }} /> : <Begin {...{ view, facts, at, document }} />}
      {shown && !waits && allows(view.who.roles, 'covenant.publish') ? (
        <Details summary="Trek het in">
          <Text>Een collega bevestigt dat. Op het adres staat daarna wanneer en waarom het is ingetrokken.</Text>
          <Form view={view} action={`${at}/intrekken`}>
            <Area name="reden" label="Waarom? Iedereen kan dit lezen." rows={3} maxLength={1_000} problems={problems} />
            <Buttons>
              <Button kind="secondary">Vraag om in te trekken</Button>
            </Buttons>
          </Form>
        </Details>
      ) : null}
      <ToldParties {...{ view, told, at, today, problems }} />
      {document === undefined ? null : <Preview document={document} />}
      {facts.acts.length === 0 ? null : (
        <Section id="stappen" title="Wat er gebeurde">
          <List
            items={facts.acts.map((act) => ({
              key: `${act.no}`,
              body: toldAct(act),
            }))}
          />
        </Section>
      )}
    </DeskPage>
  )
}

function Begin({ view, facts, at, document }: Pick<Props, 'view' | 'facts' | 'document'> & { at: string }) {
  if (facts.final === undefined) return <Text>Eerst moet er een vastgestelde versie zijn.</Text>
  if (!allows(view.who.roles, 'covenant.write')) return <Text>Wie het convenant bijhoudt, geeft het vrij.</Text>
  const opinions = (document?.opinions.length ?? 0) > 0
  const again = facts.shown?.version === facts.final
  return (
    <Form view={view} action={`${at}/vrijgeven`}>
      <Hidden name="versie" value={String(facts.final)} />
      {opinions ? (
        <Choice
          name="adviezen"
          label="De adviezen van de FG en de informatiebeveiliger"
          options={[{ value: 'ja', label: 'Maak de adviezen ook openbaar' }]}
          value={['ja']}
          several
        />
      ) : null}
      <Buttons>
        <Button kind={again ? 'secondary' : 'primary'}>
          {`Versie ${facts.final} ${again ? 'opnieuw ' : ''}vrijgeven`}
        </Button>
      </Buttons>
    </Form>
  )
}

function Waiting({
  view,
  facts,
  document,
  at,
  problems = none,
}: Pick<Props, 'view' | 'facts' | 'document' | 'problems'> & { at: string }) {
  const { byName, at: when, step, by, text, version } = facts.last!
  const gone = step === 'withdrawal-asked'
  const asked = `vroeg dat op ${moment('nl', when)}: ${text}`
  const gave = `gaf versie ${version} vrij op ${moment('nl', when)}.`
  const may = allows(view.who.roles, 'covenant.publish') && by !== view.who.id
  return (
    <Notice title={gone ? 'Iemand vroeg om dit in te trekken' : 'Er is een versie vrijgegeven'}>
      <Text>
        {byName} {gone ? asked : gave}{' '}
        {may ? '' : by === view.who.id ? 'Een collega beslist.' : 'Iemand die openbaar mag maken, beslist.'}
      </Text>
      {!may || (document === undefined && !gone) ? null : (
        <Form view={view} action={gone ? `${at}/intrekken/bevestigen` : at}>
          {gone ? null : <Hidden name="stuk" value={printOf(document!)} />}
          <Buttons>
            <Button>{gone ? 'Trek het in' : `Versie ${version} openbaar maken`}</Button>
          </Buttons>
        </Form>
      )}
      <Form view={view} action={gone ? `${at}/intrekken/laten` : `${at}/terug`}>
        {gone ? null : (
          <Area name="reden" label="Wat moet eerst anders?" rows={3} maxLength={1_000} problems={problems} />
        )}
        <Buttons>
          <Button kind="secondary">{gone ? 'Laat het openbaar' : 'Haal de vrijgave terug'}</Button>
        </Buttons>
      </Form>
    </Notice>
  )
}

/** Exactly what everybody will read of the text. */
function Preview({ document }: { document: CovenantDocument }) {
  return (
    <Section id="stuk" title="Dit leest iedereen">
      <Text>
        Namen van medewerkers staan er niet: alleen hun functie. Wie niet genoemd wil worden of nog niet is gehoord, is
        weggelaten. Cijfers volgen vanzelf.
      </Text>
      <Heading level={3}>{document.title}</Heading>
      {[...document.articles, ...document.exercises].map(({ id, title, paragraphs }) => (
        <Details key={id} summary={title}>
          {paragraphs.map((text, index) => (
            <Text key={`${id}${index}`}>{text}</Text>
          ))}
        </Details>
      ))}
      {document.pledges.length === 0 ? null : (
        <List
          items={document.pledges.map(({ id, title, due, verifier }) => ({
            key: id,
            body: `${title}, uiterlijk ${day('nl', due)}. Toetser: ${verifier}.`,
          }))}
        />
      )}
      {document.opinions.map(({ role, stance, text }) => (
        <Text key={role}>
          {role === 'fg' ? 'FG' : 'Informatiebeveiliger'}: {COVENANT_STANCES[stance]}. {text}
        </Text>
      ))}
    </Section>
  )
}

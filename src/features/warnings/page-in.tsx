/** Reading a warning in from a file, and the sources from which warnings are fetched. */
import type { CsafFailure } from '../../lib/csaf-check.ts'
import {
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  FileField,
  Form,
  none,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { counted, moment } from '../../web/language.ts'
import { Details, Facts, Heading, List, Section, Text } from '../../web/parts.tsx'
import { failurePlace, failureRule, failureSaid } from './csaf-said.ts'
import type { Feed } from './feed-store.ts'
import { PLACE } from './page-list.tsx'

type InProps = {
  readonly view: DeskView
  readonly problems?: Problems
  readonly failures?: readonly CsafFailure[]
  readonly fingerprint?: string
}

/** All that is wrong in the file, for who has it mended: in our words, with its place and the words of the standard. */
const Failures = ({ failures }: { failures: readonly CsafFailure[] }) =>
  failures.length === 0 ? null : (
    <Details summary="Wat er niet klopt, voor wie het bestand maakte" open>
      <List
        items={failures.map((each, at) => ({
          key: `${at}`,
          body: (
            <span className="ld-break">{`${failureSaid(each)} (${failurePlace(each)}; ${failureRule(each)}).`}</span>
          ),
        }))}
      />
    </Details>
  )

export function ReadInPage({ view, problems = none, failures = [], fingerprint = '' }: InProps) {
  const title = 'Waarschuwing inlezen'
  return (
    <DeskPage
      view={view}
      title={problems === none ? title : `Fout: ${title}`}
      crumbs={[{ name: 'Waarschuwingen', to: PLACE }]}
    >
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Failures failures={failures} />
        <Text lead>Kies een CSAF 2.0-bestand. Eerst kijken wij of het echt is, en dan pas wat erin staat.</Text>
        <Text>
          Staat er geen label in, dan blijft de waarschuwing gesloten tot iemand kiest. Dit duurt soms een halve minuut.
        </Text>
      </div>
      <Form view={view} action={`${PLACE}/inlezen`} files>
        <FileField
          name="bestand"
          label="CSAF-bestand"
          hint="Hooguit 5 MB, met de naam .json."
          accept=".json"
          problems={problems}
        />
        <FileField
          name="controlegetal"
          label="Controlegetal"
          hint="Het bestand van de bron dat eindigt op .sha256 of .sha512. Zonder weten wij niet of het heel is."
          optional
          problems={problems}
        />
        <FileField
          name="handtekening"
          label="Handtekening"
          hint="Het bestand van de bron dat eindigt op .asc."
          optional
          problems={problems}
        />
        <FileField name="sleutel" label="Openbare sleutel van de bron" optional problems={problems} />
        <Field
          name="vingerafdruk"
          label="Vingerafdruk van die sleutel"
          hint="Veertig tekens. Vraag ze na bij de bron, niet in een e-mail."
          optional
          value={fingerprint}
          maxLength={80}
          problems={problems}
        />
        <Buttons>
          <Button>Inlezen</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

const BUSY: Readonly<Record<string, string>> = { queued: 'wacht op een werker', active: 'wordt opgehaald' }

function OneFeed({ view, feed }: { view: DeskView; feed: Feed }) {
  const { id, name, address, fingerprint, open, state, lookedAt, taken, refused, failure, keeper, job, progress } = feed
  const how =
    job !== null && BUSY[job] !== undefined
      ? `${BUSY[job]}${progress === null ? '' : ` (${progress})`}`
      : failure !== ''
        ? `lukte niet: ${failure}`
        : lookedAt === null
          ? 'nog niet opgehaald'
          : `${moment('nl', lookedAt)}: ${counted('nl', taken, 'waarschuwing', 'waarschuwingen')} nieuw of gewijzigd`
  return (
    <Section id={`bron-${id}`} title={name}>
      <Facts
        items={[
          { name: 'Adres', value: <span className="ld-break">{address}</span> },
          { name: 'Sleutel', value: <span className="ld-break">{fingerprint}</span> },
          { name: 'Zonder label', value: open ? 'is voor iedereen: de bron is openbaar' : 'blijft gesloten' },
          { name: 'TLP:RED gaat naar', value: keeper ?? '' },
          { name: 'Laatst opgehaald', value: state === 'off' ? 'gestopt' : how },
        ]}
      />
      {refused.length === 0 ? null : (
        <Details summary={`Niet ingelezen: ${counted('nl', refused.length, 'bestand', 'bestanden')}`}>
          <List
            items={refused.map(({ url, why }) => ({
              key: url,
              body: <span className="ld-break">{`${url}: ${why}`}</span>,
            }))}
          />
        </Details>
      )}
      <Form view={view} action={`${PLACE}/bronnen/${id}`}>
        <Buttons>
          {state === 'on' ? (
            <Button kind="secondary" name="doe" value="ophalen">
              Nu ophalen
            </Button>
          ) : null}
          <Button kind="secondary" name="doe" value={state === 'on' ? 'stoppen' : 'hervatten'}>
            {state === 'on' ? 'Stoppen met deze bron' : 'Deze bron weer volgen'}
          </Button>
        </Buttons>
      </Form>
    </Section>
  )
}

type FeedsProps = {
  readonly view: DeskView
  readonly feeds: readonly Feed[]
  readonly problems?: Problems
  readonly typed?: {
    readonly naam: string
    readonly adres: string
    readonly vingerafdruk: string
    readonly openbaar: string
  }
}
const empty = { naam: '', adres: '', vingerafdruk: '', openbaar: '' }

export function FeedsPage({ view, feeds, problems = none, typed = empty }: FeedsProps) {
  const title = 'Bronnen van waarschuwingen'
  return (
    <DeskPage
      view={view}
      title={problems === none ? title : `Fout: ${title}`}
      crumbs={[{ name: 'Waarschuwingen', to: PLACE }]}
      oneForm
    >
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>Een bron geeft waarschuwingen als bestand. Elke dag kijkt een werker wat er nieuw is.</Text>
        <Text>
          Alleen wat ondertekend is met de sleutel die u hier noemt, komt binnen. Een medewerker kijkt er dan naar.
        </Text>
      </div>
      {feeds.length === 0 ? (
        <Text>Hier staat nog geen bron.</Text>
      ) : (
        feeds.map((feed) => <OneFeed key={feed.id} {...{ view, feed }} />)
      )}
      <Section id="nieuw" title="Bron toevoegen">
        <Form view={view} action={`${PLACE}/bronnen`}>
          <Field name="naam" label="Van wie is de bron?" value={typed.naam} maxLength={120} problems={problems} />
          <Field
            name="adres"
            label="Domein, of adres van provider-metadata.json"
            value={typed.adres}
            maxLength={300}
            problems={problems}
          />
          <Field
            name="vingerafdruk"
            label="Vingerafdruk van de sleutel"
            hint="Vraag die na bij de bron: bel, of kijk op papier."
            value={typed.vingerafdruk}
            maxLength={80}
            problems={problems}
          />
          <Choice
            name="openbaar"
            label="Is de bron voor iedereen?"
            hint="Dan is ook wat zonder label komt, voor iedereen. Twijfelt u? Kies nee."
            options={[
              { value: 'nee', label: 'Nee' },
              { value: 'ja', label: 'Ja, iedereen kan er zonder inloggen bij' },
            ]}
            value={typed.openbaar === '' ? [] : [typed.openbaar]}
            problems={problems}
          />
          <Buttons>
            <Button>Bron toevoegen</Button>
          </Buttons>
        </Form>
      </Section>
    </DeskPage>
  )
}

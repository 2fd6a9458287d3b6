/** On the page of a round: who proposed to make it public, who did, and what still stands in the way. */
import { allows } from '../../vocabulary/roles.ts'
import { Area, Button, Buttons, Form, type Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { List, Link, Section, Text } from '../../web/parts.tsx'
import { roundPath, type Whole } from './here.ts'
import type { Release } from './outcomes-store.ts'
import { changedSince, FEWEST, hindrances, LONGEST_WORDS, namesWithheld } from './rules.ts'

const DONE: Readonly<Record<Release['step'], string>> = {
  proposed: 'stelde voor om openbaar te maken',
  'taken-back': 'nam het voorstel terug',
  published: 'maakte openbaar',
  withdrawn: 'trok in',
}

type Props = {
  readonly view: DeskView
  readonly whole: Whole
  readonly releases: readonly Release[]
  readonly people: ReadonlyMap<string, { readonly name: string; readonly function: string }>
  readonly problems: Problems
  readonly today: string
}

export function ReleasePart({ view, whole, releases, people, problems, today }: Props) {
  const { street, round, walks } = whole
  const last = releases[0]
  const action = `${roundPath(street.id, round.id)}/openbaar`
  const { roles, id: me } = view.who
  const decided = walks.some(({ outcome }) => outcome?.by === me)
  const looked = [round.one, round.other].includes(me)
  const published = releases.find(({ step }) => step === 'published' || step === 'withdrawn')?.step === 'published'
  const hindered = hindrances(walks, today)
  // Against what everybody reads now, and against what was proposed.
  const shown = releases.find(({ step }) => step === 'published')
  const repaired = published && shown ? changedSince(shown.told, walks) : []
  const overtaken = last?.step === 'proposed' ? changedSince(last.told, walks) : []
  const withheld = namesWithheld(walks)
  const fresh = published && walks.filter(({ letter }) => letter?.consentAt && letter.consentAt > releasedAt(releases))
  return (
    <Section id="openbaar" title="Openbaar maken">
      <Text>
        Eén medewerker stelt voor, een tweede maakt openbaar. Die tweede keek niet zelf en koos geen uitkomst. Van een
        pand staat de naam er alleen als de eigenaar dat wil.
      </Text>
      {published ? (
        <Text>
          <Link to={`/straten/${street.slug}`}>De openbare pagina van de {street.name}</Link>
        </Text>
      ) : null}
      {fresh && fresh.length > 0 ? (
        <Text>
          Een eigenaar gaf sinds die dag een ander antwoord over de naam. Stel opnieuw voor om dat over te nemen.
        </Text>
      ) : null}
      {repaired.length > 0 ? (
        <Text>
          Sinds die dag is iets anders vastgesteld van: {namesOf(repaired)}. De openbare pagina toont nog wat toen
          openbaar werd. Staat er een herstel bij, dan zegt zij dat. Stel opnieuw voor om het over te nemen.
        </Text>
      ) : null}
      {withheld > 0 ? (
        <Text>
          {withheld === 1 ? 'Eén eigenaar wil' : `${withheld} eigenaren willen`} met naam op de pagina. Er blijven dan
          minder dan {FEWEST} panden zonder naam over. Uit de aantallen is dan af te leiden hoe het daar is. Daarom
          staat er nu geen enkele naam.
        </Text>
      ) : null}
      {releases.length === 0 ? null : (
        <List
          items={releases.map(({ no, step, by, at, reason }) => ({
            key: `${no}`,
            body:
              `${people.get(by)?.name ?? 'Een oud-medewerker'} ${DONE[step]}, ${moment('nl', at)}` +
              (reason === '' ? '' : `: ${reason}`),
          }))}
        />
      )}
      {last?.step === 'proposed' ? (
        <>
          {overtaken.length > 0 ? (
            <Text>
              Na dit voorstel is iets anders vastgesteld van: {namesOf(overtaken)}. Neem het voorstel terug en stel
              opnieuw voor.
            </Text>
          ) : !allows(roles, 'street.publish') ? null : last.by === me || decided || looked ? (
            <Text>Een collega maakt dit openbaar: u keek, koos een uitkomst of stelde het voor.</Text>
          ) : (
            <Form view={view} action={action}>
              <Buttons>
                <Button name="stap" value="published">
                  Maak openbaar
                </Button>
              </Buttons>
            </Form>
          )}
          {allows(roles, 'street.decide') || allows(roles, 'street.publish') ? (
            <Form view={view} action={action}>
              <Buttons>
                <Button kind="secondary" name="stap" value="taken-back">
                  Neem het voorstel terug
                </Button>
              </Buttons>
            </Form>
          ) : null}
        </>
      ) : allows(roles, 'street.decide') ? (
        hindered.length > 0 ? (
          <>
            <Text>Dit kan nog niet:</Text>
            <List items={hindered.map((each) => ({ key: each, body: each }))} />
          </>
        ) : (
          <Form view={view} action={action}>
            <Buttons>
              <Button kind="secondary" name="stap" value="proposed">
                Stel voor om openbaar te maken
              </Button>
            </Buttons>
          </Form>
        )
      ) : null}
      {published && (allows(roles, 'street.decide') || allows(roles, 'street.publish')) ? (
        <Form view={view} action={`${action}/intrekken`}>
          <Area
            name="reden"
            label="Waarom trekt u dit in?"
            hint="Intrekken kan door één medewerker. De openbare pagina is dan meteen weg."
            rows={3}
            maxLength={LONGEST_WORDS}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Trek in</Button>
          </Buttons>
        </Form>
      ) : null}
      {walks.some(({ outcome }) => outcome) ? (
        <Text>De uitkomst geldt tot en met {day('nl', untilOf(whole))}.</Text>
      ) : null}
    </Section>
  )
}

const namesOf = (walks: Whole['walks']): string => walks.map(({ premises }) => premises.name).join(', ')
const releasedAt = (releases: readonly Release[]): Date =>
  releases.find(({ step }) => step === 'published')?.at ?? new Date(0)
const untilOf = ({ walks, round }: Whole): string =>
  walks.flatMap(({ outcome }) => (outcome ? [outcome.until] : [])).toSorted()[0] ?? round.ends

/** On the page of a round: who proposed to make it public, who did, and what still stands in the way. */
import { allows } from '../../vocabulary/roles.ts'
import { Area, Button, Buttons, Form, type Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { List, Link, Section, Text } from '../../web/parts.tsx'
import { roundPath, type Whole } from './here.ts'
import type { Release } from './outcomes-store.ts'
import { hindrances, LONGEST_WORDS } from './rules.ts'

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
          {!allows(roles, 'street.publish') ? null : last.by === me || decided || looked ? (
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

const releasedAt = (releases: readonly Release[]): Date =>
  releases.find(({ step }) => step === 'published')?.at ?? new Date(0)
const untilOf = ({ walks, round }: Whole): string =>
  walks.flatMap(({ outcome }) => (outcome ? [outcome.until] : [])).toSorted()[0] ?? round.ends

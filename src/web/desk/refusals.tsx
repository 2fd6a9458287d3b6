/** What someone reads when a page of the desk does not open. */
import { Heading, Link, Section, Text } from '../parts.tsx'
import { DeskPage, DoorPage } from './page.tsx'
import type { DeskView, Refused, Sent } from './route.ts'
import type { Look } from '../view.ts'

export type DeskRefusal = Refused | 'forged' | 'too-large' | 'too-long' | 'busy' | 'broken'

type Words = { readonly status: 403 | 404 | 409 | 413 | 422 | 429 | 500; readonly title: string; readonly text: string }
export const REFUSALS: Readonly<Record<DeskRefusal, Words>> = {
  missing: {
    status: 404,
    title: 'Deze pagina is er niet',
    text: 'Misschien is het adres niet juist, of is dit niet voor u te zien.',
  },
  forbidden: {
    status: 403,
    title: 'Dit kunt u hier niet doen',
    text: 'Met uw rol kunt u dit niet doen of zien. Denkt u dat dat wel zo hoort? Vraag het de beheerder.',
  },
  'not-yours': {
    status: 403,
    title: 'Dit kunt u hier niet doen',
    text: 'Uw rol mag dit, maar op deze plek is het aan een ander.',
  },
  'not-yet': { status: 409, title: 'Dit kan nu niet', text: 'Er moet eerst iets anders gebeuren.' },
  'too-late': { status: 409, title: 'Dit kan nu niet', text: 'Het moment hiervoor is voorbij.' },
  overtaken: {
    status: 409,
    title: 'Dit is intussen veranderd',
    text: 'Er is niets opgeslagen van wat u net deed. Bekijk hoe het nu staat en doe het zo nodig opnieuw.',
  },
  forged: {
    status: 403,
    title: 'Dit formulier is niet verstuurd',
    text:
      'U logde intussen opnieuw in, of het formulier stond te lang open. Ga terug, laad de pagina ' +
      'opnieuw en verstuur het nog eens.',
  },
  'too-large': {
    status: 413,
    title: 'Dit is te groot',
    text: 'Wat u verstuurde is groter dan hier past. Kies een kleiner bestand of kortere tekst.',
  },
  'too-long': {
    status: 422,
    title: 'Deze tekst is te lang',
    text:
      'Er is niets opgeslagen. Alles wat u invulde, staat er nog. Maak de tekst korter en verstuur ' +
      'het nog een keer.',
  },
  busy: {
    status: 429,
    title: 'Het is nu te druk',
    text: 'Er is niets opgeslagen van wat u net deed. Wacht een halve minuut en verstuur het nog eens.',
  },
  broken: {
    status: 500,
    title: 'Er ging iets mis bij ons',
    text: 'Er is niets opgeslagen van wat u net deed. Probeer het over een paar minuten opnieuw.',
  },
}

/** What a path is about, so that a title can name it. */
const THINGS: readonly (readonly [start: string, thing: string])[] = [
  ['/balie/zaken/', 'zaak'],
  ['/balie/vragenlijsten/', 'vragenlijst'],
]
function titleOf(what: DeskRefusal, path: string): string {
  const thing = what === 'not-yours' ? THINGS.find(([start]) => path.startsWith(start))?.[1] : undefined
  return thing === undefined ? REFUSALS[what].title : `Dit kunt u bij deze ${thing} niet doen`
}

/** The thing that a deed was done under, by the first part of its path below the desk, as a link calls it. */
export const BACK: Readonly<Record<string, string>> = {
  aanbestedingen: 'Terug naar de aanbesteding',
  algoritmes: 'Terug naar het algoritme',
  badges: 'Terug naar de badge',
  bevindingen: 'Terug naar de bevinding',
  campagnes: 'Terug naar de campagne',
  contractplichten: 'Terug naar de contractplichten',
  convenanten: 'Terug naar het convenant',
  evenementen: 'Terug naar het evenement',
  groepen: 'Terug naar de groep',
  'hulp-in-nood': 'Terug naar de noodsituatie',
  lescodes: 'Terug naar de lescode',
  meldingen: 'Terug naar de melding',
  'mijn-bestanden': 'Terug naar het bestand',
  oefeningen: 'Terug naar de oefening',
  'onze-afspraken': 'Terug naar het convenant',
  'onze-evenementen': 'Terug naar het evenement',
  'onze-stand': 'Terug naar dit onderdeel',
  organisaties: 'Terug naar de organisatie',
  praktijken: 'Terug naar de praktijk',
  producten: 'Terug naar het product',
  registers: 'Terug naar deze regel van het register',
  schouw: 'Terug naar de ronde',
  speerpunten: 'Terug naar het speerpunt',
  straten: 'Terug naar de straat',
  verzoeken: 'Terug naar het verzoek',
  vragenlijsten: 'Terug naar de vragenlijst',
  waarschuwingen: 'Terug naar de waarschuwing',
  zaken: 'Terug naar de zaak',
}
/** The page of what a path lies under, and what a link to it says; undefined: it lies under none that has a page. */
function thingOf(path: string): { readonly to: string; readonly says: string } | undefined {
  const [to, first = ''] = /^\/balie\/([a-z-]+)(?:(?<=registers)\/[a-z0-9-]+)?\/[0-9a-f-]{36}(?=\/)/.exec(path) ?? []
  return to === undefined || !Object.hasOwn(BACK, first) ? undefined : { to, says: BACK[first]! }
}

const SECRET = /token|wachtwoord|code|geheim/i
/** Sentences and names that somebody typed: what a refusal gives back, so that nothing is lost. Never a secret. */
export const typedIn = (sent: Sent): string[] =>
  sent.names
    .filter((name) => !SECRET.test(name))
    .flatMap((name) => sent.all(name))
    .filter((text) => /\S\s+\S|^\p{Lu}\p{L}/u.test(text))

export function DeskRefusalPage({
  view,
  what,
  text,
  typed = [],
  at,
}: {
  view: DeskView
  what: DeskRefusal
  text?: string | undefined
  typed?: readonly string[]
  at?: string | undefined
}) {
  const title = titleOf(what, view.path)
  // From a deed under a thing, the thing itself is where one goes on.
  const thing = thingOf(view.path)
  return (
    <DeskPage view={view} title={title}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{text ?? REFUSALS[what].text}</Text>
      </div>
      {typed.length === 0 ? null : (
        <Section id="getypt" title="Wat u invulde">
          <Text>Dit is niet opgeslagen. Kopieer het als u het nog nodig heeft.</Text>
          {typed.map((each, index) => (
            <pre key={`${index}`} className="ld-mail">
              {each}
            </pre>
          ))}
        </Section>
      )}
      <ul className="ld-list">
        {at !== undefined && !thing ? (
          <li>
            <Link to={at}>Terug naar waar u was</Link>
          </li>
        ) : null}
        {thing && what !== 'missing' ? (
          <li>
            <Link to={thing.to}>{thing.says}</Link>
          </li>
        ) : null}
        <li>
          <Link to="/balie">Naar Vandaag</Link>
        </li>
      </ul>
    </DeskPage>
  )
}

export function DoorRefusalPage({
  look,
  city,
  what,
  text,
}: {
  look: Look
  city: string
  what: DeskRefusal
  text?: string | undefined
}) {
  const { title, text: usual } = REFUSALS[what]
  return (
    <DoorPage look={look} city={city} title={title}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{text ?? usual}</Text>
      </div>
      <ul className="ld-list">
        <li>
          <Link to="/balie/aanmelden">Naar inloggen</Link>
        </li>
      </ul>
    </DoorPage>
  )
}

/** What someone reads when a page of the desk does not open. */
import { Heading, Link, Text } from '../parts.tsx'
import { DeskPage, DoorPage } from './page.tsx'
import type { DeskView } from './route.ts'
import type { Look } from '../view.ts'

export type DeskRefusal = 'missing' | 'forbidden' | 'conflict' | 'forged' | 'too-large' | 'broken'

export const REFUSALS: Readonly<
  Record<DeskRefusal, { readonly status: 403 | 404 | 409 | 413 | 500; readonly title: string; readonly text: string }>
> = {
  missing: {
    status: 404,
    title: 'Deze bladzijde is er niet',
    text: 'Misschien is het adres niet juist, of is dit niet voor u te zien.',
  },
  forbidden: {
    status: 403,
    title: 'Dit hoort niet bij uw rol',
    text: 'U bent aangemeld, maar u mag dit niet doen of zien. Denkt u dat dat wel zo hoort? Vraag het de beheerder.',
  },
  conflict: {
    status: 409,
    title: 'Dit is intussen veranderd',
    text:
      'Iemand anders was u voor. Er is niets bewaard van wat u net deed. Ga terug, bekijk hoe het nu staat ' +
      'en doe ' +
      'het zo nodig opnieuw.',
  },
  forged: {
    status: 403,
    title: 'Dit formulier is niet verstuurd',
    text:
      'Het formulier hoorde niet bij deze aanmelding, of het stond te lang open. Ga terug, laad de bladzijde ' +
      'opnieuw en verstuur het nog eens.',
  },
  'too-large': {
    status: 413,
    title: 'Dit is te groot',
    text: 'Wat u verstuurde is groter dan hier past. Kies een kleiner bestand of kortere tekst.',
  },
  broken: {
    status: 500,
    title: 'Er ging iets mis bij ons',
    text: 'Er is niets bewaard van wat u net deed. Probeer het over een paar minuten opnieuw.',
  },
}

export function DeskRefusalPage({
  view,
  what,
  text,
}: {
  view: DeskView
  what: DeskRefusal
  text?: string | undefined
}) {
  const { title, text: usual } = REFUSALS[what]
  return (
    <DeskPage view={view} title={title}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{text ?? usual}</Text>
      </div>
      <ul className="ld-list">
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
          <Link to="/balie/aanmelden">Naar aanmelden</Link>
        </li>
      </ul>
    </DoorPage>
  )
}

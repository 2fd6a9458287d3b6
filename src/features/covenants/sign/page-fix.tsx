/** Fixing a version: what still stands in the way, or the form; at that moment its bytes are made, once. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import { daysAfter, isDate } from '../../../lib/iso-date.ts'
import {
  Area,
  Button,
  Buttons,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  none,
  type Problems,
} from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, missing, notYet, overtaken, page, type Asked, type DeskView, type Route } from '../../../web/desk/route.ts'
import { readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { Heading, Link, List, Text } from '../../../web/parts.tsx'
import { covenantById } from '../store.ts'
import type { SigningDeps } from './deps.ts'
import { candidateOf, fixVersion, type Candidate } from './fix-store.ts'
import { mailed, mailLinks } from './invite.ts'
import { disagreed, obstacles } from './rules.ts'

/** Days that the parties have at first, as the form proposes. */
const TERM = 28

function FixPage({
  view,
  one,
  today,
  problems = none,
  typed = { tot: daysAfter(today, TERM), waarom: '' },
}: {
  view: DeskView
  one: Candidate
  today: string
  problems?: Problems
  typed?: { readonly tot: string; readonly waarom: string }
}) {
  const place = `/balie/convenanten/${one.id}`
  const against = disagreed(one)
  const found = obstacles(one, today)
  return (
    <DeskPage
      view={view}
      title={`Versie ${one.version} vaststellen`}
      crumbs={[
        { name: 'Afspraken', to: '/balie/afspraken' },
        { name: one.title, to: place },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>Stel versie {one.version} vast</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {found.length > 0
            ? 'Deze versie kan nog niet worden vastgesteld.'
            : 'Na het vaststellen verandert er geen letter meer. Alle contactpersonen krijgen een link om te tekenen.'}
        </Text>
      </div>
      {found.length > 0 ? (
        <List items={found.map((each) => ({ key: each, body: each }))} />
      ) : (
        <>
          <Text>
            <Link to={`${place}/versies/${one.version}`}>Lees versie {one.version} nog één keer</Link>
          </Text>
          <Form view={view} action={`${place}/vaststellen`}>
            <Hidden name="versie" value={`${one.version}`} />
            <Field
              name="tot"
              label="Tekenen kan tot en met"
              type="date"
              hint="Daarna gaat het ontvangstbewijs uit. Later meedoen kan ook."
              value={typed.tot}
              problems={problems}
            />
            {against.length === 0 ? null : (
              <Area
                name="waarom"
                label={`Uw antwoord op ${against.join(' en ')}`}
                hint={`Niet akkoord: ${against.join(' en ')}. Schrijf waarom u toch vaststelt. Elke partij leest dit.`}
                value={typed.waarom}
                maxLength={4_000}
                problems={problems}
              />
            )}
            <Text>
              Wij maken nu een pdf, een ODT en een JSON, met van elk een vingerafdruk. Dat duurt enkele seconden.
            </Text>
            <Buttons>
              <Button>Stel vast</Button>
            </Buttons>
          </Form>
        </>
      )}
    </DeskPage>
  )
}

const FIELDS = {
  versie: word(z.string()),
  tot: word(thatIs(isDate, 'Vul een datum in, zoals 31-12-2026.')),
  waarom: text(4_000),
}

async function post(asked: Asked<Tx>, { print, files }: SigningDeps) {
  const { tx, municipality, params, sent, today, view } = asked
  const id = params['covenant']!
  if (!(await covenantById(tx, municipality.id, id, 'to-change'))) return missing
  const one = await candidateOf(tx, municipality.id, id)
  if (!one) return missing
  const { held, typed, problems } = readForm(FIELDS, sent, [
    { field: 'tot', holds: ({ tot }) => tot >= today, says: 'Kies een dag vanaf vandaag.' },
    {
      field: 'waarom',
      holds: ({ waarom }) => waarom !== '' || disagreed(one).length === 0,
      says: 'Schrijf waarom u toch vaststelt.',
    },
  ])
  if (typed.versie !== `${one.version}` || one.state === 'final')
    return overtaken('Een collega was u voor: bekijk eerst hoe het convenant er nu voor staat.')
  if (obstacles(one, today).length > 0) return notYet(obstacles(one, today).join(' '))
  if (!held) return page(<FixPage view={view} one={one} today={today} problems={problems} typed={typed} />, 422)
  await fixVersion(asked, one, { signBy: held.tot, why: held.waarom }, { print, files })
  const count = await mailLinks(asked, id, { final: true })
  return go(`/balie/convenanten/${id}/deelnemers`, `Versie ${one.version} is vastgesteld. ${mailed(count)}`)
}

export const fixRoutes = (deps: SigningDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/convenanten/:covenant/vaststellen',
    may: 'covenant.steer',
    answer: async ({ tx, municipality, params, view, today }) => {
      const one = await candidateOf(tx, municipality.id, params['covenant']!)
      if (one) return page(<FixPage view={view} one={one} today={today} />)
      return (await covenantById(tx, municipality.id, params['covenant']!))
        ? notYet('Er is nog geen versie voorgelegd. Leg eerst een versie voor.')
        : missing
    },
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/vaststellen',
    may: 'covenant.steer',
    answer: (asked) => post(asked, deps),
  },
]

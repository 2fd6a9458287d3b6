/** One entry of a register: all of it in words, what it leads to, what leads to it, and since when it stands so. */
import type { ReactNode } from 'react'
import type { Tx } from '../db/as.ts'
import type { Noted } from '../model/finding.ts'
import type { Norm } from '../model/norm.ts'
import { backgroundOf } from '../db/map-background.ts'
import type { Background } from '../model/map.ts'
import type { Entry, EntryVersion, Field, Register } from '../model/register.ts'
import { Buttons } from '../web/desk/form.tsx'
import { NotedTable } from '../web/desk/noted.tsx'
import { DeskPage } from '../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../web/desk/route.ts'
import { day, moment } from '../web/language.ts'
import { SmallMap } from '../web/map/map.tsx'
import type { Spot } from '../web/map/marks.ts'
import { Facts, Heading, Link, Notice, Section, Text } from '../web/parts.tsx'
import { mayWrite } from './access.ts'
import { filledParts, Part } from './filled.tsx'
import { crumbsTo, placeOf, type On } from './here.ts'
import { Judged } from './judged.tsx'
import { enteredOf, seenOf, type Entered } from './judged-store.ts'
import { LinkedFrom, pathOf } from './linked.tsx'
import { namesOf } from './links-store.ts'
import { kindsOf, placed } from './places.ts'
import { powersOf, type Power } from './power.ts'
import { linksTo, versionsOf } from './store.ts'
import { RemovalNotice } from './removal/notice.tsx'
import { barredByAnswers, missingForPublication } from './conditions.ts'
import { named, told, type Names } from './values.ts'

type Shown = {
  readonly view: DeskView
  readonly registers: readonly Register[]
  readonly register: Register
  readonly entry: Entry
  readonly names: Names
  readonly last: EntryVersion | undefined
  readonly linked: Awaited<ReturnType<typeof linksTo>>
  readonly powers: readonly Power[]
  readonly mayEdit: boolean
  readonly norms: readonly Norm[]
  readonly judged: readonly Entered[]
  /** What people saw of it. */
  readonly seen: readonly Noted[]
  /** YYYY-MM-DD. */
  readonly today: string
  /** Where it is, and what that is drawn on; undefined: it has no place on the map. */
  readonly map: { readonly spot: Spot; readonly background: Background | undefined } | undefined
}

function EntryPage(shown: Shown) {
  const { view, registers, register, entry, names, last, linked, powers, mayEdit, norms, judged, seen, today } = shown
  const at = placeOf(register, entry)
  return (
    <DeskPage view={view} title={entry.title} crumbs={crumbsTo(register)}>
      <div className="ld-opening">
        <Heading level={1}>{entry.title}</Heading>
        <Text lead>
          {register.one.charAt(0).toUpperCase() + register.one.slice(1)} nr. {entry.no}
        </Text>
      </div>
      {entry.endedAt === null ? null : (
        <Notice title={`Beëindigd op ${day('nl', entry.endedAt)}`}>
          <Text>Dit wordt niet meer bijgehouden. Het blijft te lezen, met alle versies.</Text>
        </Notice>
      )}
      <RemovalNotice {...{ register, entry, today }} />
      {mayEdit ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${at}/wijzigen`}>
            Pas aan
          </a>
          <Link to={`${at}/beeindigen`}>{entry.endedAt === null ? 'Beëindigen' : 'Weer in gebruik nemen'}</Link>
        </Buttons>
      ) : null}
      {register.publication === 'never' ? null : (
        <Text>
          <Link to={`${at}/openbaar-maken`}>Bekijk wat hiervan openbaar is of wordt</Link>
        </Text>
      )}
      {powers.map(({ entry: more }) =>
        more === undefined ? null : (
          <Text key={more.text}>
            <Link to={more.to(entry.id)}>{more.text}</Link>
          </Text>
        ),
      )}
      <Filled registers={registers} register={register} entry={entry} names={names} />
      <Open register={register} entry={entry} />
      <Judged norms={norms} findings={judged} />
      {seen.length === 0 ? null : (
        <Section id="gezien" title="Wat mensen zagen">
          <NotedTable id="gezien-tabel" caption="Wat mensen zagen" findings={seen} today={today} />
        </Section>
      )}
      {shown.map === undefined ? null : (
        <Section id="kaart" title="Plek op de kaart">
          <SmallMap {...shown.map} tiles={undefined} lang="nl" label={entry.title} kinds={kindsOf(register, 'nl')} />
        </Section>
      )}
      <LinkedFrom registers={registers} linked={linked} />
      <Section id="versies" title="Versies">
        <Text>
          Versie {entry.version}
          {last === undefined
            ? ''
            : `, van ${moment('nl', last.at)}${last.by === null ? '' : ` door ${last.by}`}`}.{' '}
          <Link to={`${at}/geschiedenis`}>Bekijk de geschiedenis</Link>
        </Text>
      </Section>
    </DeskPage>
  )
}

type Parts = Pick<Shown, 'registers' | 'register' | 'entry' | 'names'>

/** What is filled in, under the headings of the form. */
const Filled = (shown: Parts) =>
  filledParts(shown.register, ({ id, role }) => role !== 'title' && shown.entry.values[id] !== undefined).map(
    ({ heading, fields }) => (
      <Part key={fields[0]!.id} id={`deel-${fields[0]!.id}`} title={heading?.label}>
        <Facts items={fields.map((field) => ({ name: field.label, value: <Told {...shown} field={field} /> }))} />
      </Part>
    ),
  )

/** What is not filled in yet, and what of that must be before everybody may read it. */
function Open({ register, entry }: { register: Register; entry: Entry }) {
  const labels = (fields: readonly Field[]) => fields.map(({ label }) => `“${label}”`).join(', ')
  const needed = register.publication === 'never' ? [] : missingForPublication(register, entry.values)
  const open = register.fields.filter((field) => entry.values[field.id] === undefined && !needed.includes(field))
  const barred = register.publication === 'never' ? [] : Object.values(barredByAnswers(register, entry.values))
  if (needed.length + open.length + barred.length === 0) return null
  return (
    <Section id="open" title={barred.length > 0 ? 'Voordat dit openbaar kan' : 'Nog niet ingevuld'}>
      {barred.map((reason) => (
        <Text key={reason}>{reason}</Text>
      ))}
      {needed.length === 0 ? null : <Text>Nodig voordat dit openbaar kan worden: {labels(needed)}.</Text>}
      {open.length === 0 ? null : (
        <Text>
          {needed.length === 0 ? '' : 'Verder nog leeg: '}
          {labels(open)}.
        </Text>
      )}
    </Section>
  )
}

function Told({ registers, register, field, entry, names }: Parts & { field: Field }) {
  const value = entry.values[field.id]!
  const words = told(field, value, 'nl', names)
  const led = field.kind === 'link' || field.kind === 'file' ? (value as readonly string[]) : []
  const shown: readonly ReactNode[] =
    led.length > 0
      ? led.map((id, index) =>
          names.has(id) ? (
            <Link key={id} to={field.to ? pathOf(registers, field.to, id) : `/balie/bestanden/${id}`}>
              {words[index]}
            </Link>
          ) : (
            'iets dat er niet meer is'
          ),
        )
      : field.kind === 'url'
        ? [<Outside key="u" to={String(value)} />]
        : field.kind === 'list'
          ? (value as readonly Readonly<Record<string, string>>[]).map((row) => <Row key="r" field={field} row={row} />)
          : words
  const notes = [
    field.source === undefined ? '' : `Bron: ${field.source}.`,
    register.publication === 'never' || field.public ? '' : 'Alleen voor de balie.',
  ].filter(Boolean)
  return (
    <>
      {shown.map((each, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines of one text have no other name
        <div key={index}>{each}</div>
      ))}
      {notes.length === 0 ? null : <span className="ld-block ld-small">{notes.join(' ')}</span>}
    </>
  )
}

const Outside = ({ to }: { to: string }) => (
  <a className="nl-link" href={to} rel="noreferrer">
    {to}
  </a>
)

function Row({ field, row }: { field: Field; row: Readonly<Record<string, string>> }) {
  const parts = field.parts.filter(({ id }) => row[id])
  return parts.map((part, index) => (
    <span key={part.id}>
      {index === 0 ? '' : ', '}
      {part.kind === 'url' ? (
        <Outside to={row[part.id]!} />
      ) : (
        told(part, row[part.id], 'nl', new Map()).map((words) => named(part, words, 'nl'))
      )}
    </span>
  ))
}

export const entryRoutes = (on: On): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/:entry',
    may: 'register.read',
    answer: on.at('to-read', async ({ tx, municipality, today, view, who }, register, entry) => {
      const names = await namesOf(tx, municipality.id, on.house, register, [entry.values])
      const spot = placed(register, 'nl', '', entry, () => names)
      const [last] = await versionsOf(tx, municipality.id, entry.id, { most: 1 })
      return page(
        <EntryPage
          view={view}
          registers={on.house.registers}
          register={register}
          entry={entry}
          names={names}
          last={last}
          linked={await linksTo(tx, municipality.id, 'entry', entry.id)}
          powers={powersOf(on.powers, register.purpose)}
          mayEdit={mayWrite(who, register)}
          norms={on.house.norms}
          judged={await enteredOf(tx, municipality.id, on.house, register, [entry], today)}
          seen={await seenOf(tx, municipality.id, [{ register, entry }])}
          today={today}
          map={spot && { spot, background: await backgroundOf(tx, municipality.id) }}
        />,
      )
    }),
  },
]

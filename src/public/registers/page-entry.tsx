/** One public entry in words, with its earlier versions, and what stands where one was withdrawn. */
import type { ReactNode } from 'react'
import type { Norm } from '../../model/norm.ts'
import type { Field, Register, Values } from '../../model/register.ts'
import type { RequestKind } from '../../model/request.ts'
import { differences } from '../../registers/differences.ts'
import { filledParts, Part } from '../../registers/filled.tsx'
import { kindsOf } from '../../registers/places.ts'
import { SmallMap, type Ground } from '../../web/map/map.tsx'
import type { Spot } from '../../web/map/marks.ts'
import { mapWords } from '../../web/map/words.ts'
import { told } from '../../registers/values.ts'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { PublicJudged } from './judged.tsx'
import { Ask } from './ask.tsx'
import { says } from './messages.ts'
import { linkLines } from './linked.tsx'
import { todayIn } from '../../web/language.ts'
import type { LinkedEntry } from './links-store.ts'
import { crumb, labelOf, type Noun } from './noun-parts.ts'
import type { versionsOfPublic } from './store.ts'

export function EntryPage({
  view,
  noun,
  register,
  entry,
  versions,
  map,
  norms,
  kind,
}: {
  view: View
  noun: Noun
  register: Register
  entry: LinkedEntry
  versions: Awaited<ReturnType<typeof versionsOfPublic>>
  /** Where it is, and what that is drawn on; undefined: it has no place on the map. */
  map: (Ground & { readonly spot: Spot }) | undefined
  norms: readonly Norm[]
  /** What somebody can ask about it; undefined: nothing that is made here. */
  kind: RequestKind | undefined
}) {
  const [t, title] = [says(view.lang), noun.title[view.lang]]
  const at = `${noun.path}/${entry.slug}`
  // How it is now stands on this page itself, or a link to it does.
  const earlier = versions.flatMap(({ version, from, to, values }, index) => {
    const next = versions[index - 1]
    const changed = next ? changedIn(view, register, values, next.values) : []
    return to === null ? [] : [{ version, from, to, changed }]
  })
  const one = view.lang === 'en' ? register.oneEnglish : register.one
  return (
    <Page
      view={view}
      title={entry.title}
      crumbs={[crumb(view), { name: title, to: href(view, noun.path) }, { name: entry.title, to: href(view, at) }]}
    >
      <p className="ld-kicker">
        {one.charAt(0).toUpperCase() + one.slice(1)} {entry.no}
      </p>
      <Heading level={1}>{entry.title}</Heading>
      {entry.to === null ? (
        <Text>
          {t.since(entry.from)}
          {entry.ended ? ` (${t.ended})` : ''}
        </Text>
      ) : (
        <Notice title={t.earlier(entry.from, entry.to)}>
          <Text>
            <Link to={href(view, at)}>{t.toNow}</Link>
          </Text>
        </Notice>
      )}
      {partsOf(view, register, entry).map(({ heading, fields }) => (
        <Part key={fields[0]!.id} id={`deel-${fields[0]!.id}`} title={heading && labelOf(view, heading)}>
          <Facts
            items={fields.map((field) => ({
              name: labelOf(view, field),
              value: <Told view={view} field={field} entry={entry} />,
            }))}
          />
        </Part>
      ))}
      <PublicJudged {...{ view, register, entry, norms }} />
      {map === undefined ? null : (
        <Section id="kaart" title={mapWords(view.lang).where}>
          <SmallMap {...map} lang={view.lang} label={entry.title} kinds={kindsOf(register, view.lang)} />
        </Section>
      )}
      {kind === undefined || entry.to !== null ? null : <Ask view={view} kind={kind} at={at} />}
      {view.wrong?.form && entry.to === null && hasOwner(register, entry) ? (
        <Text>
          <a className="nl-link" href={href(view, '/fout-melden', { over: at, aan: 'eigenaar' })} rel="nofollow">
            {t.toOwner}
          </a>
        </Text>
      ) : null}
      {earlier.length === 0 ? null : (
        <Section id="versies" title={t.versions}>
          <List
            items={earlier.map((each) => ({
              key: `${each.version}`,
              body: (
                <>
                  <Link to={href(view, `${at}/versie/${each.version}`)} current={each.version === entry.version}>
                    {t.version(each.from, each.to)}
                  </Link>
                  {each.changed.length === 0 ? null : (
                    <span className="ld-block ld-small">{t.changed(each.changed)}</span>
                  )}
                </>
              ),
            }))}
          />
        </Section>
      )}
    </Page>
  )
}

/** What the fields are called in which a version differs from the one after it; not of links, which may be closed. */
function changedIn(view: View, register: Register, before: Values, after: Values): readonly string[] {
  const changed = new Set(differences(register, before, after).map(({ name }) => name))
  return register.fields
    .filter(({ id, kind }) => kind !== 'link' && changed.has(id))
    .map((field) => labelOf(view, field))
}

const hasOwner = ({ fields }: Register, { values }: LinkedEntry): boolean =>
  fields.some(({ id, role }) => role === 'owner' && values[id] !== undefined)

/** What is filled in and may be said, under the headings of the form. */
const partsOf = (view: View, register: Register, entry: LinkedEntry) =>
  filledParts(register, (field) => {
    const silent = field.kind === 'link' && linkLines(view, field, entry).length === 0
    return field.role !== 'title' && entry.values[field.id] !== undefined && !silent
  })

/** A day on which it should have ended, of what is kept up and of which nobody wrote that it is gone. */
const isOver = ({ kind, role, id }: Field, { values, ended }: LinkedEntry, today = todayIn()): boolean =>
  kind === 'date' && role === 'ends' && !ended && String(values[id]) < today

function Told({ view, field, entry }: { view: View; field: Field; entry: LinkedEntry }) {
  const value = entry.values[field.id]!
  const outside = (to: string, words: string) => (
    <a className="nl-link" href={to} rel="noreferrer">
      {words}
    </a>
  )
  const lines: readonly ReactNode[] =
    field.kind === 'link'
      ? linkLines(view, field, entry)
      : field.kind === 'email' || (field.kind === 'reach' && !String(value).startsWith('https:'))
        ? [outside(`mailto:${String(value)}`, String(value))]
        : field.kind === 'url' || field.kind === 'reach'
          ? [outside(String(value), String(value))]
          : told(field, value, view.lang, new Map())
  const dutch = view.lang === 'en' && (field.kind === 'text' || field.kind === 'long-text') ? 'nl' : undefined
  return (
    <>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines of one text have no other name
        <span className="ld-block" lang={dutch} key={index}>
          {line}
        </span>
      ))}
      {isOver(field, entry) ? <span className="ld-block ld-small">{says(view.lang).over}</span> : null}
      {field.source === undefined ? null : (
        <span className="ld-block ld-small">{says(view.lang).source(field.source)}</span>
      )}
    </>
  )
}

export function GonePage({ view, noun, reason, at }: { view: View; noun: Noun; reason: string; at: Date }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.gone} crumbs={[crumb(view), { name: noun.title[view.lang], to: href(view, noun.path) }]}>
      <Heading level={1}>{t.gone}</Heading>
      <Text lead>{t.goneText(at)}</Text>
      <Text lang={view.lang === 'en' ? 'nl' : undefined}>{reason}</Text>
      <Text>
        <Link to={href(view, noun.path)}>{t.goneList}</Link>
      </Text>
    </Page>
  )
}

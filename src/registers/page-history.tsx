/** Every version of an entry with what it changed, field by field; an earlier one can come back as the newest. */
import type { Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Entry, EntryVersion, Register } from '../model/register.ts'
import { Button, Form, Hidden } from '../web/desk/form.tsx'
import { DeskPage } from '../web/desk/page.tsx'
import { go, missing, overtaken, page, type DeskView, type Route } from '../web/desk/route.ts'
import { moment } from '../web/language.ts'
import { Heading, Link, Section, Text } from '../web/parts.tsx'
import { Table } from '../web/table.tsx'
import { mayWrite } from './access.ts'
import { beyond, differences, labelsOf, trailed } from './differences.ts'
import { formInput } from './form.tsx'
import { crumbsTo, placeOf, type On } from './here.ts'
import { namesOf, readLinks } from './links-store.ts'
import { formPage } from './page-form.tsx'
import { valuesFrom } from './reading.ts'
import { changeEntry, versionsOf } from './store.ts'
import { inputOf, type Names } from './values.ts'

/** Versions on one page. */
const MOST = 20
const WAYS: Readonly<Record<EntryVersion['way'], string>> = {
  form: '',
  import: ', uit een bestand',
  restore: ', een eerdere versie is teruggezet',
  feature: ', door Leidraad bijgewerkt',
}

type Shown = {
  readonly view: DeskView
  readonly register: Register
  readonly entry: Entry
  /** One more than a page when there are earlier ones. */
  readonly versions: readonly EntryVersion[]
  readonly names: Names
  readonly mayEdit: boolean
}

function HistoryPage({ view, register, entry, versions, names, mayEdit }: Shown) {
  const title = `Geschiedenis van ${entry.title}`
  const at = `${placeOf(register, entry)}/geschiedenis`
  return (
    <DeskPage view={view} title={title} crumbs={crumbsTo(register, entry)}>
      <Heading level={1}>{title}</Heading>
      <Text>De nieuwste versie staat bovenaan. Wat u terugzet, wordt een nieuwe versie. Er gaat niets verloren.</Text>
      {versions.slice(0, MOST).map((each, index) => (
        <Section key={each.version} id={`versie-${each.version}`} title={`Versie ${each.version}`}>
          <Text>
            {moment('nl', each.at)}
            {each.by === null ? '' : `, ${each.by}`}
            {WAYS[each.way]}
          </Text>
          <Changed register={register} version={each} before={versions[index + 1]} names={names} />
          {mayEdit && each.version !== entry.version ? (
            <Form view={view} action={at}>
              <Hidden name="basis" value={String(entry.version)} />
              <Hidden name="versie" value={String(each.version)} />
              <Button kind="secondary">Zet versie {each.version} terug</Button>
            </Form>
          ) : null}
        </Section>
      ))}
      {versions.length > MOST ? (
        <nav aria-label="Pagina’s" className="ld-pager">
          <span />
          <Link to={`${at}?tot=${versions[MOST]!.version}`}>Eerdere versies</Link>
        </nav>
      ) : null}
    </DeskPage>
  )
}

function Changed({
  register,
  version,
  before,
  names,
}: {
  register: Register
  version: EntryVersion
  before: EntryVersion | undefined
  names: Names
}) {
  const labels = labelsOf(register)
  const changes = differences(register, before?.values ?? {}, version.values, names)
  const ended = version.ended !== (before?.ended ?? false)
  return (
    <>
      {ended ? <Text>{version.ended ? 'Beëindigd.' : 'Weer in gebruik genomen.'}</Text> : null}
      {changes.length === 0 ? (
        ended ? null : (
          <Text>In de velden veranderde niets.</Text>
        )
      ) : (
        <Table
          id={`wat-${version.version}`}
          caption={before === undefined ? 'Zo begon het' : 'Wat er veranderde'}
          stacked
          columns={[{ head: 'Veld' }, ...(before === undefined ? [] : [{ head: 'Was' }]), { head: 'Werd' }]}
          rows={changes.map(({ name, from, to }) => ({
            key: name,
            cells: [labels[name] ?? name, ...(before === undefined ? [] : [from || 'leeg']), to || 'leeg'],
          }))}
        />
      )}
    </>
  )
}

/** A number of a version in an address or a form. */
const numberIn = (text: string | null): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : undefined

export const historyRoutes = (on: On): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/:entry/geschiedenis',
    may: 'register.read',
    answer: on.at('to-read', async ({ tx, municipality, query, view, who }, register, entry) => {
      const from = numberIn(query.get('tot'))
      const versions = await versionsOf(tx, municipality.id, entry.id, {
        most: MOST + 1,
        ...(from === undefined ? {} : { from }),
      })
      const all = versions.map(({ values }) => values)
      return page(
        <HistoryPage
          view={view}
          register={register}
          entry={entry}
          versions={versions}
          names={await namesOf(tx, municipality.id, on.house, register, all)}
          mayEdit={mayWrite(who, register)}
        />,
      )
    }),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/geschiedenis',
    may: 'register.edit',
    answer: on.at('to-change', async (asked, register, entry) => {
      const { tx, municipality, sent, who } = asked
      const wanted = numberIn(sent.mark('versie'))
      const [old] =
        wanted === undefined ? [] : await versionsOf(tx, municipality.id, entry.id, { from: wanted, most: 1 })
      if (old?.version !== wanted) return missing
      if (sent.mark('basis') !== String(entry.version))
        return overtaken('Een collega wijzigde dit intussen. Kijk eerst wat er nu staat. Er is niets teruggezet.')
      const before = old!.values
      const names = await namesOf(tx, municipality.id, on.house, register, [before, entry.values])
      const input = inputOf(register, before, names)
      // What was right then need not be now: a field was added, or what it led to is gone.
      const files = register.fields.flatMap(({ id, kind }) =>
        kind === 'file' && before[id] !== undefined ? [[id, { value: before[id] }] as const] : [],
      )
      const links = {
        ...(await readLinks(tx, municipality.id, on.house, register, input)),
        ...Object.fromEntries(files),
      }
      const { values: read, problems } = valuesFrom(register, input, links)
      if (Object.keys(problems).length > 0)
        return formPage(asked, on, register, {
          entry,
          names,
          had: before,
          problems,
          input: formInput(register, before, names),
        })
      const values = { ...beyond(register, entry.values), ...read }
      const changes = differences(register, entry.values, values, names)
      if (changes.length === 0) return go(placeOf(register, entry), 'Er is niets veranderd: zo staat het er al.')
      await changeEntry(tx, municipality.id, register, entry, { values, by: who.id, way: 'restore' })
      await record(tx, municipality.id, {
        act: 'entry.restored',
        object: `entry/${entry.id}`,
        detail: { version: wanted, ...trailed(register, changes) },
      })
      return go(placeOf(register, entry), `Versie ${wanted} is teruggezet, als versie ${entry.version + 1}.`)
    }),
  },
]

/** Reads the registers from `registers/`, once, at start; every mistake is told with its file and line. */
import { dependentMistakes } from './dependent.ts'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Field, Register } from '../model/register.ts'
import { KEEPERS, NUMBER } from '../vocabulary/register.ts'
import { ROLE_NAMES, type Role } from '../vocabulary/roles.ts'
import { accessOf, purposeOf, RegisterFile, registerOf, type FieldFile } from './register-file.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

/** All registers under `dir`, by title. Throws DataMistakes with all mistakes at once. */
export function readRegisters(dir: string): Register[] {
  const mistakes: Mistake[] = []
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = path.join(dir, name)
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8)
      const read = readYaml(file, RegisterFile, `registers/${name}`)
      mistakes.push(...read.mistakes)
      return { name, hash, read }
    })
  const purposes = new Map<string, string>()
  for (const { name, read } of files) if (read.value) purposes.set(purposeOf(read.value.doel), name)
  const access = new Map(
    files.flatMap(({ read: { value } }) => (value ? [[purposeOf(value.doel), accessOf(value)]] : [])),
  )
  // What a file that cannot be read is for, is not known: a link to it is no mistake.
  const whole = files.every(({ read }) => read.value !== undefined)
  const registers = files.flatMap(({ name, hash, read }) => {
    if (!read.value) return []
    const problems = [...within(read.value, name, purposes, whole), ...shut(read.value, access)]
    mistakes.push(...problems.map(({ at, text }) => ({ file: `registers/${name}`, line: read.lineOf(at), text })))
    return [registerOf(read.value, `${read.value.versie}+${hash}`)]
  })
  if (mistakes.length > 0) throw new DataMistakes(mistakes)
  return registers.toSorted((a, b) => a.title.localeCompare(b.title, 'nl'))
}

/** The register for this purpose, or undefined: code asks by what it is for, never by its name. */
export const registerFor = (all: readonly Register[], purpose: string): Register | undefined =>
  all.find((each) => each.purpose === purpose)

/** The field with this role, or undefined where the municipality keeps none. */
export const fieldFor = (register: Register, role: Field['role']): Field | undefined =>
  register.fields.find((field) => field.role === role)

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }

/** What the shape alone does not say: names that must be unique or refer to something, and what goes with a kind. */
function within(file: RegisterFile, name: string, purposes: ReadonlyMap<string, string>, whole: boolean): Problem[] {
  const problems: Problem[] = []
  const tell = (at: readonly PropertyKey[], text: string) => problems.push({ at, text })
  if (`${file.id}.yaml` !== name) tell(['id'], `id ${file.id} past niet bij de naam van het bestand`)
  const twin = purposes.get(purposeOf(file.doel))
  if (twin !== name) tell(['doel'], `${twin} heeft hetzelfde doel`)
  const [ids, roles, labels] = [new Set<string>(), new Set<string>(), new Set<string>()]
  file.velden.forEach((field, index) => {
    const at = ['velden', index]
    if (ids.has(field.id)) tell([...at, 'id'], `veld ${field.id} komt twee keer voor`)
    ids.add(field.id)
    if (field.id === NUMBER) tell([...at, 'id'], `${NUMBER} is al de eerste kolom van elk bestand; kies een andere id`)
    const label = field.label.toLowerCase()
    if (labels.has(label)) tell([...at, 'label'], `er is al een veld dat “${field.label}” heet`)
    labels.add(label)
    if (field.rol && roles.has(field.rol)) tell([...at, 'rol'], `rol ${field.rol} komt twee keer voor`)
    if (field.rol) roles.add(field.rol)
    for (const { key, text } of fitting(field)) tell([...at, key], text)
    for (const standard of standardsOf(field))
      if (!Object.hasOwn(file.extern, standard))
        tell(at, `noem bovenaan bij extern welke versie van ${standard} dit is`)
    if (whole && field.naar?.doel && !purposes.has(purposeOf(field.naar.doel)))
      tell([...at, 'naar'], `er is geen register met doel ${field.naar.doel}`)
  })
  problems.push(...dependentMistakes(file))
  if (!roles.has('title')) tell(['velden'], 'geef één veld de rol title: daarmee heet een regel van het register')
  const title = file.velden.find(({ rol }) => rol === 'title')
  if (title && (title.soort !== 'tekst' || title.verplicht !== true))
    tell(['velden', file.velden.indexOf(title)], 'het veld met de rol title is een verplichte tekst')
  file.lijst.forEach((id, index) => {
    if (!ids.has(id)) tell(['lijst', index], `veld ${id} bestaat niet`)
  })
  if (file.openbaar !== 'nooit' && title && !title.openbaar)
    tell(['openbaar'], 'het veld met de rol title is niet openbaar')
  return problems
}

/** Who is left out of a register by its file, and yet must be in it. */
function shut(file: RegisterFile, access: ReadonlyMap<string, Register['access']>): Problem[] {
  const { read, write } = accessOf(file)
  const told = (roles: readonly Role[]) => roles.map((role) => ROLE_NAMES[role]).join(', ')
  const blind = write.filter((role) => !read.includes(role))
  const keeper = KEEPERS[file.herinnert]
  return [
    ...(write.length === 0
      ? [{ at: ['toegang', 'lezen'], text: 'niemand van hen mag schrijven in een register' }]
      : []),
    ...(blind.length > 0 ? [{ at: ['toegang'], text: `wie schrijft, moet ook lezen: ${told(blind)}` }] : []),
    ...(write.includes(keeper)
      ? []
      : [{ at: ['herinnert'], text: `${ROLE_NAMES[keeper]} mag in dit register niet schrijven` }]),
    ...file.velden.flatMap(({ naar }, index) => {
      const there = naar?.doel === undefined ? undefined : access.get(purposeOf(naar.doel))
      const away = there === undefined ? [] : write.filter((role) => !there.read.includes(role))
      return away.length > 0
        ? [{ at: ['velden', index, 'naar'], text: `wie hier schrijft, mag daar niet lezen: ${told(away)}` }]
        : []
    }),
  ]
}

/** The standards in whose words a field, its answers or its parts have a name. */
const standardsOf = ({ extern, opties, delen }: FieldFile): Set<string> =>
  new Set(
    [{ extern }, ...(opties ?? []), ...(delen ?? []).flatMap((part) => [part, ...(part.opties ?? [])])].flatMap(
      (named) => Object.keys(named.extern),
    ),
  )

/** What has a few answers to choose from. */
const FILTERS: readonly string[] = ['keuze', 'meerkeuze', 'ja-nee', 'verwijzing']
const DATES = ['begins', 'ends', 'notice', 'review', 'removed']

type Misfit = { readonly key: string; readonly text: string }

/** What goes with the answers of a field or of a part. */
function fittingOptions({ soort, opties }: Pick<FieldFile, 'soort' | 'opties'>): Misfit[] {
  const chosen = soort === 'keuze' || soort === 'meerkeuze'
  const ids = (opties ?? []).map(({ id }) => id)
  return [
    ...(chosen === (opties === undefined) ? [{ key: 'opties', text: 'alleen een keuze heeft opties, en altijd' }] : []),
    ...(new Set(ids).size < ids.length ? [{ key: 'opties', text: 'twee opties hebben dezelfde id' }] : []),
  ]
}

/** What a kind of field needs and what it cannot have. */
function fitting(field: FieldFile): Misfit[] {
  const { soort, naar, delen, rol, opties, meer, filter } = field
  return [
    ...fittingOptions(field),
    ...(delen ?? []).flatMap(fittingOptions).map(({ text }) => ({ key: 'delen', text })),
    ...((soort === 'verwijzing') === (naar === undefined)
      ? [{ key: 'naar', text: 'alleen een verwijzing heeft naar, en altijd' }]
      : []),
    ...((soort === 'lijst') === (delen === undefined)
      ? [{ key: 'delen', text: 'alleen een lijst heeft delen, en altijd' }]
      : []),
    ...(rol && DATES.includes(rol) && soort !== 'datum'
      ? [{ key: 'rol', text: `rol ${rol} hoort bij een datum` }]
      : []),
    ...([field, ...(delen ?? [])].some((each) => each.herinner_dagen.length > 0 && each.soort !== 'datum')
      ? [{ key: delen ? 'delen' : 'herinner_dagen', text: 'alleen een datum heeft herinneringen' }]
      : []),
    ...(rol !== 'status' && opties?.some(({ gestopt }) => gestopt)
      ? [{ key: 'opties', text: 'gestopt hoort bij een antwoord van het veld met de rol status' }]
      : []),
    ...(rol === 'place' && soort !== 'plaats' ? [{ key: 'rol', text: 'rol place hoort bij een plaats' }] : []),
    ...(filter && !FILTERS.includes(soort)
      ? [{ key: 'filter', text: `een filter kan bij: ${FILTERS.join(', ')}` }]
      : []),
    ...(meer && soort !== 'verwijzing' && soort !== 'bestand'
      ? [{ key: 'meer', text: 'alleen een verwijzing of bestand kan er meer hebben' }]
      : []),
  ]
}

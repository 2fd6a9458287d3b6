/** Reads a CSAF 2.0 document of which the tests were in order: within bounds, and as plain text. Pure. */
import { z } from 'zod'
import type { ReadWarning, WarnedProduct } from '../../model/warning.ts'
import type { Level, Urgency } from '../../vocabulary/warning.ts'
import { labelIn } from '../../web/warning/csaf.ts'

const text = z.string().catch('')
const Note = z.object({ category: text, text, title: text })
type Branch = { category: string; name: string; product?: { product_id: string; name: string }; branches?: Branch[] }
const Branch: z.ZodType<Branch> = z.lazy(() =>
  z.object({
    category: z.string(),
    name: z.string(),
    product: z.object({ product_id: z.string(), name: z.string() }).optional(),
    branches: z.array(Branch).optional(),
  }),
) as z.ZodType<Branch>
const Document = z.object({
  document: z.object({
    csaf_version: z.enum(['2.0', '2.1']),
    category: z.string(),
    title: z.string(),
    distribution: z.unknown().optional(),
    aggregate_severity: z.object({ text }).optional(),
    notes: z.array(Note).catch([]),
    publisher: z.object({ name: z.string(), namespace: z.string() }),
    references: z.array(z.object({ summary: text, url: z.string() })).catch([]),
    tracking: z.object({
      id: z.string(),
      version: z.string(),
      status: z.enum(['draft', 'interim', 'final']),
      current_release_date: z.string(),
    }),
  }),
  product_tree: z
    .object({
      branches: z.array(Branch).optional(),
      full_product_names: z.array(z.object({ product_id: z.string(), name: z.string() })).optional(),
    })
    .optional(),
  vulnerabilities: z
    .array(
      z.object({
        title: text,
        notes: z.array(Note).catch([]),
        remediations: z.array(z.object({ category: text, details: text })).catch([]),
        product_status: z.record(z.string(), z.array(z.string())).catch({}),
      }),
    )
    .optional(),
})
type Document = z.infer<typeof Document>

/** Signs that people read at most; what is longer ends with three points. */
const cut = (said: string, most: number): string => (said.length <= most ? said : `${said.slice(0, most - 1)}…`)
const MOST_PRODUCTS = 50
const MOST_REFERENCES = 20
const MOST_BRANCHES = 5_000

/** `1.10.2` or `7` as numbers; undefined when it is neither, or a version before the first. */
export function versionKey(version: string): readonly number[] | undefined {
  const found = /^(\d{1,9})(?:\.(\d{1,9})\.(\d{1,9})(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)?$/.exec(version)
  if (!found || found[4] !== undefined) return undefined
  return found.slice(1, 4).flatMap((part) => (part === undefined ? [] : [Number(part)]))
}

const STATUS: Readonly<Record<string, string>> = {
  known_affected: 'kwetsbaar',
  first_affected: 'kwetsbaar vanaf hier',
  last_affected: 'kwetsbaar tot en met hier',
  known_not_affected: 'niet kwetsbaar',
  fixed: 'hersteld',
  first_fixed: 'hersteld vanaf hier',
  recommended: 'aangeraden',
  under_investigation: 'wordt onderzocht',
}

/** Products by their id in the file, with maker and versions where its tree says those. */
function productsIn({ product_tree: tree, vulnerabilities = [] }: Document): readonly WarnedProduct[] {
  const found = new Map<string, Omit<WarnedProduct, 'status'>>()
  let looked = 0
  const walk = (branches: readonly Branch[], above: Readonly<Record<string, string>>): void => {
    for (const { category, name, product, branches: below = [] } of branches) {
      if (++looked > MOST_BRANCHES) return
      const here = { ...above, [category]: name }
      if (product)
        found.set(product.product_id, {
          vendor: cut(here['vendor'] ?? '', 120),
          name: cut(here['product_name'] ?? product.name, 150),
          range: cut(here['product_version_range'] ?? here['product_version'] ?? '', 120),
        })
      walk(below, here)
    }
  }
  walk(tree?.branches ?? [], {})
  for (const { product_id: id, name } of tree?.full_product_names ?? [])
    if (!found.has(id)) found.set(id, { vendor: '', name: cut(name, 250), range: '' })
  const status = new Map<string, string>()
  for (const { product_status: of } of vulnerabilities)
    for (const [word, ids] of Object.entries(of))
      for (const id of ids) if (STATUS[word] !== undefined && !status.has(id)) status.set(id, STATUS[word])
  return [...found].slice(0, MOST_PRODUCTS).map(([id, product]) => ({ ...product, status: status.get(id) ?? '' }))
}

const LEVELS: Readonly<Record<string, Level>> = {
  low: 'low',
  laag: 'low',
  medium: 'medium',
  gemiddeld: 'medium',
  midden: 'medium',
  high: 'high',
  hoog: 'high',
}
/** The NCSC's older files give chance and damage as notes, each with one word. */
const levelOf = ({ document: { notes } }: Document, title: RegExp): Level | null =>
  notes.flatMap((note) => (title.test(note.title) ? (LEVELS[note.text.trim().toLowerCase()] ?? []) : []))[0] ?? null

/** Its newer ones give one of two classes. */
function urgencyOf({ document: { aggregate_severity: severity, notes } }: Document): Urgency | null {
  const said = [
    severity?.text ?? '',
    ...notes.flatMap((note) => (/^(?:urgentie|classificatie|prioriteit)$/i.test(note.title.trim()) ? note.text : [])),
  ].map((word) => word.trim().toLowerCase())
  if (said.includes('urgent')) return 'urgent'
  return said.some((word) => word === 'normaal' || word === 'normal') ? 'normal' : null
}

const NOT_TOLD = /^(?:kans|schade|urgentie|classificatie|prioriteit)$/i
function notesIn({ document: { notes }, vulnerabilities = [] }: Document): string {
  const told = [
    ...notes,
    ...vulnerabilities.flatMap(({ title, notes: of }) => [
      ...(title === '' ? [] : [{ category: 'general', title: '', text: title }]),
      ...of,
    ]),
  ]
    .filter(({ category, title }) => category !== 'legal_disclaimer' && !NOT_TOLD.test(title.trim()))
    .map(({ title, text: said }) => (title === '' ? said : `# ${title}\n\n${said}`))
  return cut(told.join('\n\n'), 19_000)
}

const NOT_OURS = 'Dit bestand is geen CSAF 2.0.'
const ENDS: Readonly<Record<string, ReadWarning['ended']>> = { withdrawn: 'withdrawn', superseded: 'superseded' }

/** What it says; or in Dutch why it is no warning for us. */
export function readCsaf(json: unknown): ReadWarning | string {
  const version = (json as { document?: { csaf_version?: unknown } } | null)?.document?.csaf_version
  if (version !== '2.0' && version !== '2.1') return NOT_OURS
  const read = Document.safeParse(json)
  if (!read.success) return `Dit bestand is anders dan wij verwachten (bij ${read.error.issues[0]!.path.join('.')}).`
  const { document, vulnerabilities = [] } = read.data
  const { tracking, publisher, category } = document
  // CSAF 2.1 has categories for it, and that is all that we take of that version.
  const ended = ENDS[category.replace(/^csaf_/, '')] ?? null
  if (version === '2.1' && ended === null) return 'Dit is CSAF 2.1. Wij lezen CSAF 2.0.'
  const key = versionKey(tracking.version)
  const remedies = new Set(vulnerabilities.flatMap(({ remediations }) => remediations.map(({ details }) => details)))
  if (publisher.namespace.length > 300 || tracking.id.length > 200 || tracking.version.length > 60)
    return 'Het kenmerk van dit bestand is te lang.'
  return {
    publisher: cut(publisher.name, 200),
    namespace: publisher.namespace,
    tracking: tracking.id,
    version: tracking.version,
    versionKey: key ?? [],
    // A version before the first is a draft, whatever its status says.
    status: key === undefined ? 'draft' : tracking.status,
    releasedAt: new Date(tracking.current_release_date).toISOString(),
    label: labelIn(document.distribution),
    ended,
    title: cut(document.title, 200),
    urgency: urgencyOf(read.data),
    chance: levelOf(read.data, /^kans$/i),
    damage: levelOf(read.data, /^schade$/i),
    products: productsIn(read.data),
    references: document.references
      .filter(({ url }) => /^https?:\/\//i.test(url) && url.length <= 600)
      .slice(0, MOST_REFERENCES)
      .map(({ summary, url }) => ({ what: cut(summary, 200), url })),
    notes: notesIn(read.data),
    remedy: cut([...remedies].filter(Boolean).join('\n\n'), 4_000),
  }
}

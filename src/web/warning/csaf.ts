/**
 * A warning as a CSAF 2.0 advisory, and its label there and back. CSAF 2.0 knows WHITE, GREEN, AMBER and RED alone, so
 * CLEAR goes out as WHITE, and AMBER+STRICT as RED with the label in the text, which is never wider than it was.
 */
import type { WarningWords } from '../../model/warning.ts'
import { TLP, tlpMeans, tlpName, type Tlp } from '../../vocabulary/tlp.ts'
import { URGENCIES, type WarningState } from '../../vocabulary/warning.ts'
import { day } from '../language.ts'

type Csaf20Label = 'WHITE' | 'GREEN' | 'AMBER' | 'RED'
const LABELS: Readonly<Record<Tlp, Csaf20Label>> = {
  CLEAR: 'WHITE',
  GREEN: 'GREEN',
  AMBER: 'AMBER',
  'AMBER+STRICT': 'RED',
  RED: 'RED',
}
/** How the text of `distribution` says a label of TLP 2.0: a converter to CSAF 2.1 reads the same words. */
const SAYS = 'TLP v2.0: '

/** The part of a document that says to whom it may go, in the language of the document. */
export const distributionOf = (label: Tlp) => ({
  text: `${SAYS}${tlpName(label)}. ${tlpMeans(label)}`,
  tlp: { label: LABELS[label], url: 'https://www.first.org/tlp/' },
})

/**
 * The label that a document gives; null without one. Where text and label differ, the narrower of the two: nobody reads
 * more than either of them lets.
 */
export function labelIn(distribution: unknown): Tlp | null {
  const { text, tlp } = (distribution ?? {}) as { text?: unknown; tlp?: { label?: unknown } }
  const code = String(tlp?.label ?? '')
  const coded = code === 'WHITE' ? 'CLEAR' : TLP.find((each) => each === code)
  const said = /TLP(?: v2\.0)?: ?TLP:(RED|AMBER\+STRICT|AMBER|GREEN|CLEAR)(?![\w+])/.exec(
    typeof text === 'string' ? text : '',
  )?.[1] as Tlp | undefined
  if (coded === undefined) return said ?? null
  // AMBER+STRICT has no code of its own: it stands in the text of what is RED.
  if (said === 'AMBER+STRICT' && coded === 'RED') return said
  return said !== undefined && TLP.indexOf(said) < TLP.indexOf(coded) ? said : coded
}

export type Exported = {
  readonly number: string
  readonly label: Tlp
  readonly source: 'own' | 'file' | 'feed'
  readonly publisher: string
  readonly tracking: string
  readonly state: WarningState
  /** When it began here. */
  readonly at: Date
  readonly words: Omit<WarningWords, 'notes'> & { readonly no: number; readonly at: Date }
}
/** Who gives it out. */
export type Coordinator = { readonly name: string; readonly origin: string }

/** What its file is called (CSAF 2.0, 5.1). */
export const csafName = (number: string): string => `${number.toLowerCase()}.json`

const note = (category: 'summary' | 'description' | 'general' | 'details', title: string, text: string) =>
  text === '' ? [] : [{ category, title, text }]

/** The document, as a coordinator gives it out. Its words are ours; of a source it names whose it is. */
export function csafOf(warning: Exported, { name, origin }: Coordinator) {
  const { number, label, words, source, publisher, tracking } = warning
  const draft = warning.state === 'open'
  const at = new Date(Math.max(warning.at.getTime(), words.at.getTime())).toISOString()
  const began = warning.at.toISOString()
  const page = label === 'CLEAR' ? `${origin}/samen/waarschuwingen/${number}` : `${origin}/balie/waarschuwingen`
  return {
    document: {
      category: 'csaf_informational_advisory',
      csaf_version: '2.0',
      lang: 'nl',
      title: words.title,
      distribution: distributionOf(label),
      ...(words.urgency === null ? {} : { aggregate_severity: { text: URGENCIES[words.urgency] } }),
      notes: [
        ...note('summary', 'Wat er is gebeurd', words.what === '' ? words.title : words.what),
        ...note(
          'description',
          'Wat u doet',
          words.act + (words.actBy === null ? '' : ` (uiterlijk ${day('nl', words.actBy)})`),
        ),
        ...note('details', 'Zo ziet u dat het werkte', words.works),
        ...note('general', 'Hulp nodig', words.call),
        ...(source === 'own' ? [] : note('general', 'Bron', `${publisher}, kenmerk ${tracking}`)),
      ],
      publisher: { category: 'coordinator', name, namespace: origin },
      references: [
        { category: 'external', summary: 'Deze waarschuwing bij de gemeente', url: page },
        ...words.references.flatMap(({ what, url }) =>
          URL.canParse(url) ? [{ category: 'external', summary: what === '' ? 'Bij de bron' : what, url }] : [],
        ),
      ],
      tracking: {
        id: number,
        ...(source === 'own' ? {} : { aliases: [tracking] }),
        // What was not sent is a draft, and version 0 (3.1.11). What is sent is meant to stay as it is: final, which
        // a next version may still change. Interim is for what its maker expects to change soon (3.2.1.12.7).
        status: draft ? 'draft' : 'final',
        version: draft ? '0' : `${words.no}`,
        initial_release_date: began,
        current_release_date: at,
        revision_history: draft
          ? [{ number: '0', date: at, summary: 'Concept' }]
          : Array.from({ length: words.no }, (_, index) => ({
              number: `${index + 1}`,
              date: index + 1 === words.no ? at : began,
              summary: index === 0 ? 'Eerste versie' : 'De waarschuwing is gewijzigd',
            })),
      },
    },
    ...(words.products.length === 0
      ? {}
      : {
          product_tree: {
            full_product_names: words.products.map((product, index) => ({
              product_id: `P${index + 1}`,
              name: [product.vendor, product.name, product.range].filter(Boolean).join(' '),
            })),
          },
        }),
  }
}

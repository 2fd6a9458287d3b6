/** Which cluster fits an organisation without a self-check, by the rules of the municipality. It proposes. Pure. */
import type { GroupRule } from '../model/group.ts'
import type { Organisation, Size } from '../model/subject.ts'

export type GroupProposal = { readonly cluster: string; readonly rule: string }
type Known = Pick<Organisation, 'kind' | 'size' | 'publicBody'>

const SIZES: Readonly<Record<Size, string>> = { micro: 'micro', small: 'klein', medium: 'midden', large: 'groot' }

const fits = ({ publicBody, kinds, sizes }: GroupRule, organisation: Known): boolean =>
  (publicBody === undefined || publicBody === organisation.publicBody) &&
  (kinds.length === 0 || kinds.includes(organisation.kind.trim().toLowerCase())) &&
  (sizes.length === 0 || (organisation.size !== null && sizes.includes(organisation.size)))

/** A rule as people read it: `Overheid: ja. Soort: school of museum. Grootte: klein. Daarom groep B: …`. */
export const ruleInWords = ({ cluster, publicBody, kinds, sizes, why }: GroupRule): string =>
  [
    publicBody === undefined ? '' : `Overheid: ${publicBody ? 'ja' : 'nee'}.`,
    kinds.length === 0 ? '' : `Soort: ${listed(kinds)}.`,
    sizes.length === 0 ? '' : `Grootte: ${listed(sizes.map((size) => SIZES[size]))}.`,
    `Dan groep ${cluster}: ${why}`,
  ]
    .filter(Boolean)
    .join(' ')

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} of ${words.at(-1)}`

/** The first rule that fits; undefined where none does: then nothing is proposed. */
export function proposeGroup(rules: readonly GroupRule[], organisation: Known): GroupProposal | undefined {
  const rule = rules.find((each) => fits(each, organisation))
  return rule && { cluster: rule.cluster, rule: ruleInWords(rule) }
}

/**
 * The list of local regulations: which version of a work counts, what an import changes, and what counts as tested.
 * Pure.
 */
import type { Regulation } from '../../model/regulation.ts'

const inForce = ({ inForceOn, outOfForceOn }: Regulation, today: string): boolean =>
  (inForceOn === null || inForceOn <= today) && (outOfForceOn === null || outOfForceOn > today)

export type Work = Regulation & {
  readonly versions: readonly Version[]
  readonly ended: boolean
  /** Of a work from a file: the fields that it has a column for. */
  readonly told?: ReadonlySet<keyof Regulation>
}

/**
 * Per work the newest version in force, else the newest there is; the others are remembered. A work of which no version
 * is or comes into force has ended.
 */
export function worksOf(regulations: readonly (Regulation & Pick<Work, 'told'>)[], today: string): Work[] {
  return [...Map.groupBy(regulations, ({ work }) => work).values()].map((versions) => {
    const sorted = versions.toSorted(
      (one, other) =>
        (other.inForceOn ?? '').localeCompare(one.inForceOn ?? '') || Number(other.version) - Number(one.version),
    )
    const current = sorted.find((version) => inForce(version, today)) ?? sorted[0]!
    return {
      ...current,
      versions: sorted.filter((version) => version !== current),
      ended: !sorted.some((version) => version.outOfForceOn === null || version.outOfForceOn > today),
    }
  })
}

type Version = Pick<Regulation, 'version' | 'inForceOn' | 'outOfForceOn'>
export type Known = Omit<Regulation, 'work'> & {
  readonly work: string
  readonly versions: readonly Version[]
  readonly ended: boolean
}
export type Plan = { readonly added: readonly Work[]; readonly changed: readonly Work[]; readonly unchanged: number }

/**
 * What an import changes. A work that is not in it stays as it is: a list may be partial. What one source does not
 * know, such as the department or the subjects, it does not wipe out; what a file has a column for and leaves empty
 * becomes empty. `whole: false`: versions may be missing, so only unknown works are added. `sparse`: what is left out
 * is not told; else no end means that it is in force.
 */
export function planImport(
  known: readonly Known[],
  incoming: readonly Work[],
  { whole = true, sparse = false }: { readonly whole?: boolean; readonly sparse?: boolean } = {},
): Plan {
  const old = new Map(known.map((each) => [each.work, each]))
  const text = ({ version, title, kind, department, url, subjects, issuedOn, inForceOn, outOfForceOn, ended }: Known) =>
    JSON.stringify([version, title, kind, department, url, subjects, issuedOn, inForceOn, outOfForceOn, ended])
  const filled = (work: Work, before: Known): Work => ({
    ...work,
    kind: work.told?.has('kind') ? work.kind : work.kind || before.kind,
    department: work.told?.has('department') ? work.department : work.department || before.department,
    url: work.told?.has('url') ? work.url : (work.url ?? before.url),
    subjects: work.subjects.length > 0 ? work.subjects : before.subjects,
    issuedOn: work.issuedOn ?? before.issuedOn,
    ...(sparse && work.version === ''
      ? { version: before.version, modifiedOn: before.modifiedOn, versions: before.versions }
      : {}),
    ...(sparse && work.inForceOn === null && !work.told?.has('inForceOn') ? { inForceOn: before.inForceOn } : {}),
    ...(sparse && work.outOfForceOn === null && !work.told?.has('outOfForceOn')
      ? { outOfForceOn: before.outOfForceOn, ended: before.ended }
      : {}),
  })
  /** Where the national site shows a work. */
  const linked = (work: Work): Work =>
    work.url === null && /^CVDR\d/.test(work.work)
      ? { ...work, url: `https://lokaleregelgeving.overheid.nl/${work.work}/${work.version || '1'}` }
      : work
  const added = incoming.filter(({ work }) => !old.has(work)).map(linked)
  const rest = incoming.filter(({ work }) => old.has(work)).map((work) => linked(filled(work, old.get(work.work)!)))
  const changed = !whole ? [] : rest.filter((work) => text(old.get(work.work)!) !== text(work))
  return { added, changed, unchanged: rest.length - changed.length }
}

/**
 * What the second engine (@accesslint/core) says of a frame, in the isolated world in which axe has just run there;
 * the function refers to nothing outside itself.
 */
import type * as AccessLint from '@accesslint/core'
import type axeCore from 'axe-core'

type SecondOfFrame = {
  readonly violations: {
    readonly rule: string
    readonly criteria: string[]
    readonly count: number
    /** The first three elements. */
    readonly targets: string[]
  }[]
  /** Rules that could not run here. */
  readonly skipped: string[]
  /** Axe's rule, and axe's name of each element in this frame that both speak of, as JSON. */
  readonly agreed: [rule: string, selector: string][]
}

type Node = { readonly node: { readonly selector: unknown } }
type Here = {
  readonly AccessLint: typeof AccessLint
  readonly axe: typeof axeCore
  readonly leidraadAxe: { readonly own: { readonly results: readonly { id: string; nodes: readonly Node[] }[] } }
}

/**
 * Runs the second engine's rules about these criteria. `tagged`: axe's rules with the criteria that each is about. Both
 * speak of an element when it is the same one, or stands at most three steps within the other.
 */
export function secondInPage({
  criteria,
  tagged,
}: {
  criteria: readonly string[]
  tagged: readonly (readonly [rule: string, criteria: readonly string[]])[]
}): SecondOfFrame {
  const { AccessLint, axe, leidraadAxe } = globalThis as unknown as Here
  const mine = new Map(
    AccessLint.rules
      .filter(({ level, tags }) => level !== 'AAA' && !tags?.includes('best-practice'))
      .map(({ id, wcag }) => [id, wcag.filter((one) => criteria.includes(one))] as const)
      .filter(([, about]) => about.length > 0),
  )
  const disabledRules = AccessLint.rules.map(({ id }) => id).filter((id) => !mine.has(id))
  const { violations, skippedRules } = AccessLint.runAudit(document, { disabledRules })
  const elementOf = ({ element, selector }: AccessLint.Violation): Element | null => {
    try {
      return element ?? Document.prototype.querySelector.call(document, selector.split(' >>>iframe> ').at(-1)!)
    } catch {
      return null
    }
  }
  const byRule = new Map<string, string[]>()
  const flagged = new Map<string, Set<Element>>()
  for (const violation of violations) {
    const targets = byRule.get(violation.ruleId) ?? []
    targets.push(violation.selector)
    byRule.set(violation.ruleId, targets)
    const element = elementOf(violation)
    for (const criterion of element ? (mine.get(violation.ruleId) ?? []) : []) {
      const set = flagged.get(criterion) ?? new Set()
      flagged.set(criterion, set.add(element!))
    }
  }
  const STEPS = 3
  // A form may hold a field called `parentElement`.
  const parent = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get
  const around = (of: Element) => parent?.call(of) as Element | null
  const near = (inner: Element, set: ReadonlySet<Element>) => {
    let at: Element | null = inner
    for (let steps = 0; at && steps <= STEPS; steps++, at = around(at)) if (set.has(at)) return true
    return false
  }
  const agreed: [string, string][] = []
  let looked = 0
  for (const { id, nodes } of leidraadAxe.own.results) {
    const about = tagged.find(([rule]) => rule === id)?.[1] ?? []
    const theirs = new Set(about.flatMap((criterion) => [...(flagged.get(criterion) ?? [])]))
    if (theirs.size === 0) continue
    // What they name within ours: their elements and those a few steps above.
    const above = new Set<Element>()
    for (const one of theirs) {
      let at: Element | null = one
      for (let steps = 0; at && steps <= STEPS; steps++, at = around(at)) above.add(at)
    }
    for (const { node } of nodes) {
      if (++looked > 5_000 || agreed.length >= 2_000) break
      const selector = (node.selector as unknown[])[0]
      const element = axe.utils.shadowSelect(selector as never)
      if (element && (above.has(element) || near(element, theirs))) agreed.push([id, JSON.stringify(selector)])
    }
  }
  return {
    violations: [...byRule].map(([rule, targets]) => ({
      rule,
      criteria: [...(mine.get(rule) ?? [])],
      count: targets.length,
      targets: targets.slice(0, 3).map((target) => target.slice(0, 2_000)),
    })),
    skipped: skippedRules.map(({ ruleId }) => ruleId),
    agreed: agreed.filter(([, selector]) => selector.length < 4_000),
  }
}

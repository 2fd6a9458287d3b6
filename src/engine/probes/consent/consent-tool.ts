/**
 * Which program asks for consent, and what its rules press in it: autoconsent's rules, read as data. None of its code
 * runs in the page, and nothing is pressed here: a rule is a hint, and what happens decides (ADR 0110).
 */
import { createRequire } from 'node:module'
import type { ControlKind } from '../../../model/evidence-consent.ts'
import { framesOver } from './frames-over.ts'
import type { VisitedPage } from '../page/visited-page.ts'

/** One step of a rule, as far as we read it. A selector in parts goes through shadow roots. */
type Selector = string | readonly string[]
type Step = {
  readonly exists?: Selector
  readonly visible?: Selector
  readonly waitForVisible?: Selector
  readonly check?: string
  readonly any?: readonly Step[]
  readonly negated?: boolean
  readonly if?: Step
  readonly then?: readonly Step[]
  readonly else?: readonly Step[]
  readonly click?: Selector
  readonly waitForThenClick?: Selector
}
type Rule = {
  readonly name: string
  readonly runContext?: { readonly urlPattern?: string }
  readonly cosmetic?: boolean
  readonly detectCmp: readonly Step[]
  readonly detectPopup: readonly Step[]
  readonly optOut: readonly Step[]
  readonly optIn: readonly Step[]
}

/** A control that a rule presses first, by where its middle is in its frame. */
type Hint = { readonly x: number; readonly y: number; readonly kind: ControlKind }
export type Tool = { readonly name: string; readonly frame: string; readonly hints: readonly Hint[] }

const FILE = '@duckduckgo/autoconsent/rules/rules.json'
const READ_MS = 2_000

/** Programs that the library knows by code of its own and not by a rule: by the elements that they make. */
const CODED: readonly Rule[] = [
  [
    'Cookiebot',
    '#CybotCookiebotDialog',
    ['#CybotCookiebotDialogBodyButtonDecline'],
    ['[id$=BodyLevelButtonLevelOptinAllowAll]'],
  ],
  ['OneTrust', '#onetrust-banner-sdk', ['#onetrust-reject-all-handler'], ['#onetrust-accept-btn-handler']],
  ['Klaro', '.klaro .cookie-notice,.klaro .cookie-modal', ['.klaro .cn-decline'], ['.klaro .cm-btn-success']],
  ['TrustArc', '#truste-consent-track', ['#truste-consent-required'], ['#truste-consent-button']],
  [
    'Usercentrics',
    '#usercentrics-root',
    ['#usercentrics-root', '[data-testid=uc-deny-all-button]'],
    ['#usercentrics-root', '[data-testid=uc-accept-all-button]'],
  ],
  [
    'Usercentrics',
    '#usercentrics-cmp-ui',
    ['#usercentrics-cmp-ui', 'button#deny'],
    ['#usercentrics-cmp-ui', 'button#accept'],
  ],
].map(([name, shell, out, into]) => ({
  name: name as string,
  detectCmp: [{ exists: shell! }],
  detectPopup: [{ visible: shell! }],
  optOut: [{ click: out! }],
  optIn: [{ click: into! }],
}))

/** Rules that people wrote, for a program or for one site; those that a machine made are of one page each. */
let rules: readonly Rule[] | undefined
function known(): readonly Rule[] {
  if (rules) return rules
  const { autoconsent } = createRequire(import.meta.url)(FILE) as { autoconsent: Rule[] }
  const written = autoconsent.filter(({ name, cosmetic }) => !name.startsWith('auto_') && !cosmetic)
  return (rules = [...CODED, ...written])
}

/** Whether a rule is for this address; of a pattern that is none, it is not. */
function isFor({ runContext }: Rule, url: string): boolean {
  if (runContext?.urlPattern === undefined) return true
  try {
    return new RegExp(runContext.urlPattern).test(url)
  } catch {
    return false
  }
}

/** The program whose question stands on the page by the first rule that knows it; undefined: none does. */
export async function toolOn(page: VisitedPage): Promise<Tool | undefined> {
  for (const { id, url } of await framesOver(page)) {
    const here = known()
      .filter((rule) => isFor(rule, url))
      .map(({ name, detectCmp, detectPopup, optOut, optIn }) => ({ name, detectCmp, detectPopup, optOut, optIn }))
    // A frame that is gone or does not answer holds no question that we could press.
    const found = await page.evaluate(id, recognised, here, READ_MS).catch(() => null)
    if (found) return { ...found, frame: id }
  }
  return undefined
}

/** Runs in our own world of a frame, so it refers to nothing but what it is handed. */
function recognised(rules: readonly Omit<Rule, 'runContext'>[]): Omit<Tool, 'frame'> | null {
  const one = (selector: Selector): Element | null => {
    let inside: Document | Element | ShadowRoot = document
    let found: Element | null = null
    for (const part of typeof selector === 'string' ? [selector] : selector) {
      // What is not plain CSS is not read.
      if (/^(?:xpath|aria|text|pierce)\//.test(part)) return null
      try {
        found = inside.querySelector(part)
      } catch {
        return null
      }
      if (!found) return null
      inside = found.shadowRoot ?? found
    }
    return found
  }
  const shows = (element: Element | null) => {
    if (!element) return false
    const { display, visibility } = getComputedStyle(element)
    if (display === 'none' || visibility !== 'visible') return false
    const { width, height } = Element.prototype.getBoundingClientRect.call(element)
    // What holds the question often has no size of its own.
    if ((width > 1 && height > 1) || element.shadowRoot) return true
    return Element.prototype.getElementsByTagName.call(element, '*').length > 0
  }
  /** Undefined: a step that asks for a script of the rule, of which nothing is known. */
  const holds = (step: Step): boolean | undefined => {
    const asked = step.visible ?? step.waitForVisible
    const said = step.any
      ? step.any.some((each) => holds(each) === true)
      : step.exists !== undefined
        ? one(step.exists) !== null
        : asked !== undefined
          ? shows(one(asked)) === (step.check !== 'none')
          : undefined
    return said !== undefined && step.negated ? !said : said
  }
  const all = (steps: readonly Step[]) => steps.length > 0 && steps.every((step) => holds(step) === true)
  /** What is pressed in turn, with each fork taken as the page stands now. */
  const presses = (steps: readonly Step[]): Selector[] =>
    steps.flatMap((step) => {
      if (step.if) return presses((holds(step.if) ? step.then : step.else) ?? [])
      const pressed = step.click ?? step.waitForThenClick
      return pressed === undefined ? [] : [pressed]
    })
  const hint = (steps: readonly Step[], last: ControlKind, more: ControlKind) => {
    const turns = presses(steps)
    const first = turns.length === 0 ? null : one(turns[0]!)
    if (!first) return []
    const { left, right, top, bottom } = Element.prototype.getBoundingClientRect.call(first)
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
    return [{ x, y, kind: turns.length === 1 ? last : more }]
  }
  const rule = rules.find(({ detectCmp, detectPopup }) => all(detectCmp) && all(detectPopup))
  if (!rule) return null
  const hints = [...hint(rule.optOut, 'reject', 'settings'), ...hint(rule.optIn, 'accept', 'accept')]
  return { name: rule.name.slice(0, 60), hints }
}

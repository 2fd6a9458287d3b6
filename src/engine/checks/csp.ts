/**
 * Content-Security-Policy: which scripts may run on the page, so that text smuggled in does not become a script (CSP
 * 3). All policies hold at once, those of header lines (a line may hold several, with commas) and those of meta
 * elements in the head, so a gap counts only if every policy that speaks of the matter has it. Read by our own grammar
 * and weighed with csp_evaluator; entries that a browser ignores because of a nonce, hash or 'strict-dynamic' are
 * ignored here.
 *   unmet   no enforced policy; none with script-src or default-src; 'unsafe-inline' that works; scripts from anywhere
 *           (`*`, `*:443`, `*.nl`, `https:`, `http:`, `data:`)
 *   partly  'unsafe-eval'; plugins (object-src) not restricted; base-uri missing beside nonces; a host known to serve
 *           files that undo the policy, or where anybody can put some; scripts over http; a nonce of less than 8
 *           characters; a forgotten semicolon
 *   met     none of these. Styles, 'unsafe-hashes' and unknown words do not count; they are the site's own affair.
 * Trips on: `script-src 'self' 'unsafe-inline'`. Near miss: `script-src 'nonce-…' 'strict-dynamic' 'unsafe-inline'
 * https:`, and a policy in a meta element only.
 */
import { Csp, Directive } from 'csp_evaluator/dist/csp.js'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Finding, Severity, Type } from 'csp_evaluator/dist/finding.js'
import { checkMissingSemicolon } from 'csp_evaluator/dist/checks/parser_checks.js'
import * as security from 'csp_evaluator/dist/checks/security_checks.js'
import { defineCheck, whole } from '../reading/claims.ts'
import { answerOf, NO_PAGE } from '../reading/answer.ts'
import { isAnyCustomer, isEverybody, policiesOf, sourcesIn, type CspPolicy } from '../reading/csp.ts'
import { clip, linesOf } from '../../lib/headers.ts'

const WEIGHED = [
  Directive.SCRIPT_SRC,
  Directive.SCRIPT_SRC_ATTR,
  Directive.SCRIPT_SRC_ELEM,
  Directive.OBJECT_SRC,
  Directive.BASE_URI,
]

/** A finding for each source of what can run scripts that this says yes to. */
const sourcesThat =
  (is: (source: string) => boolean, type: Type) =>
  (policy: Csp): Finding[] =>
    policy
      .getEffectiveDirectives(WEIGHED)
      .flatMap((directive) =>
        (policy.directives[directive] ?? [])
          .filter(is)
          .map((value) => new Finding(type, '', Severity.HIGH, directive, value)),
      )

const CHECKS = [
  security.checkScriptUnsafeInline,
  security.checkScriptUnsafeEval,
  sourcesThat(isEverybody, Type.PLAIN_WILDCARD),
  sourcesThat(isAnyCustomer, Type.SCRIPT_ALLOWLIST_BYPASS),
  security.checkMissingDirectives,
  security.checkScriptAllowlistBypass,
  security.checkSrcHttp,
  security.checkNonceLength,
  checkMissingSemicolon,
]

/** What a gap opens. Everything about scripts is compared among the policies that restrict scripts, and so on. */
type Matter = 'script' | 'object' | 'base' | 'syntax'
type Gap = { readonly kind: string; readonly matter: Matter; readonly open: boolean; readonly text: string }

export const csp = defineCheck({
  id: 'csp',
  needs: { http: true },
  reasons: {
    strict: whole('met', 'answer'),
    gaps: whole('partly', 'answer'),
    open: whole('unmet', 'answer'),
    'no-scripts-rule': whole('unmet', 'answer'),
    'report-only': whole('unmet', 'answer'),
    missing: whole('unmet', 'answer'),
    // Evidence of before meta elements were read.
    'meta-unseen': 'unknown',
    ...NO_PAGE,
  },
  judge({ http }, { subject }) {
    const answer = answerOf(http, subject.address)
    if (!answer.page) return answer
    const { headers } = answer.page
    const url = clip(answer.page.url)
    const directives = policiesOf(answer.chain)
    const policies = directives.map(read)
    if (policies.length === 0) {
      if (answer.chain.body.policies === undefined) return { reason: 'meta-unseen', seen: { url } }
      const reports = linesOf(headers, 'content-security-policy-report-only').length > 0
      return { reason: reports ? 'report-only' : 'missing', seen: { url } }
    }
    if (directives.some(runsNothing)) return { reason: 'strict', seen: { url } }
    const gaps = shared(policies)
    const worst = gaps.filter(({ open }) => open)
    const details = [...new Set([...worst, ...gaps].map(({ text }) => clip(text)))].slice(0, 20)
    const seen = { url, count: details.length, gap: details[0] ?? '', details }
    if (gaps.some(({ kind }) => kind === 'missing script')) return { reason: 'no-scripts-rule', seen }
    if (worst.length > 0) return { reason: 'open', seen }
    return gaps.length > 0 ? { reason: 'gaps', seen } : { reason: 'strict', seen: { url } }
  },
})

/** A sandbox that does not let scripts run leaves nothing to confine. */
function runsNothing(policy: CspPolicy): boolean {
  const allowed = policy.get('sandbox')
  return allowed !== undefined && !allowed.some((each) => each.toLowerCase() === 'allow-scripts')
}

/** Directives whose value is a list of sources. */
const LIST = /-src(?:-elem|-attr)?$|^(?:base-uri|form-action|frame-ancestors)$/

/** One policy with its gaps and the matters it says something about. */
type Policy = { readonly gaps: readonly Gap[]; readonly speaks: ReadonlySet<Matter> }

function read(directives: CspPolicy): Policy {
  const policy = new Csp()
  for (const [name, values] of directives) {
    // A list without a source that a browser heeds lets nobody in.
    const sources = LIST.test(name) ? sourcesIn(values) : values
    policy.directives[name] = LIST.test(name) && sources.length === 0 ? ["'none'"] : [...sources]
  }
  // Beside these two, the general list is asked about `eval` alone.
  const general = policy.directives[Directive.SCRIPT_SRC] ?? policy.directives[Directive.DEFAULT_SRC]
  if (general && Directive.SCRIPT_SRC_ELEM in policy.directives && Directive.SCRIPT_SRC_ATTR in policy.directives) {
    const evals = general.filter((value) => value === "'unsafe-eval'")
    policy.directives[Directive.SCRIPT_SRC] = evals.length > 0 ? evals : ["'none'"]
  }
  const gaps = new CspEvaluator(policy).evaluate(undefined, CHECKS).flatMap((finding) => gapsIn(policy, finding))
  const has = (name: string): boolean => name in policy.directives
  const speaks = new Set<Matter>(['syntax'])
  if (has(Directive.SCRIPT_SRC) || has(Directive.SCRIPT_SRC_ELEM) || has(Directive.DEFAULT_SRC)) speaks.add('script')
  if (has(Directive.OBJECT_SRC) || has(Directive.DEFAULT_SRC)) speaks.add('object')
  if (has(Directive.BASE_URI)) speaks.add('base')
  return { gaps, speaks }
}

/** The gaps that every policy that speaks of the matter leaves open; in syntax those of any policy. */
function shared(policies: readonly Policy[]): Gap[] {
  return policies
    .flatMap(({ gaps }) => gaps)
    .filter(({ kind, matter }) => {
      if (matter === 'syntax') return true
      const speaking = policies.filter(({ speaks }) => speaks.has(matter))
      if (kind === `missing ${matter}`) return speaking.length === 0
      return speaking.every(({ gaps }) => gaps.some((gap) => gap.kind === kind))
    })
}

/** A finding of the evaluator in our terms: none when it is advice, two when default-src stands for two matters. */
function gapsIn(policy: Csp, { type, severity, directive, value }: Finding): Gap[] {
  const text = value === undefined ? `${directive}: –` : `${directive} ${value}`
  const gap = (kind: string, matter: Matter, open = false): Gap => ({ kind: `${kind} ${matter}`, matter, open, text })
  const matters = mattersOf(policy, directive)
  switch (type) {
    case Type.MISSING_DIRECTIVES:
      // Files and lines of script are bound, what `script-src` alone speaks of is not.
      if (directive === Directive.SCRIPT_SRC && Directive.SCRIPT_SRC_ELEM in policy.directives)
        return [Directive.SCRIPT_SRC_ATTR in policy.directives ? gap('eval', 'script') : gap('inline', 'script', true)]
      return matters.map((matter) => gap('missing', matter, matter === 'script'))
    case Type.SCRIPT_UNSAFE_INLINE:
      return [gap('inline', 'script', true)]
    case Type.SCRIPT_UNSAFE_EVAL:
      return [gap('eval', 'script')]
    case Type.PLAIN_WILDCARD:
      return matters.map((matter) => gap('anywhere', matter, matter === 'script'))
    case Type.SCRIPT_ALLOWLIST_BYPASS:
      return severity === Severity.HIGH ? matters.map((matter) => gap('bypass', matter)) : []
    case Type.SRC_HTTP:
      return matters.includes('script') ? [gap('http', 'script')] : []
    case Type.NONCE_LENGTH:
      return matters.includes('script') ? [gap('nonce', 'script')] : []
    case Type.MISSING_SEMICOLON:
      return [gap('semicolon', 'syntax')]
    default:
      return []
  }
}

function mattersOf(policy: Csp, directive: string): Matter[] {
  if (directive === Directive.OBJECT_SRC) return ['object']
  if (directive === Directive.BASE_URI) return ['base']
  if (directive.startsWith('script-src')) return ['script']
  if (directive !== Directive.DEFAULT_SRC) return []
  const own = policy.directives
  return [
    ...(Directive.SCRIPT_SRC in own ? [] : ['script' as const]),
    ...(Directive.OBJECT_SRC in own ? [] : ['object' as const]),
  ]
}

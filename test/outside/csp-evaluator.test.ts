/**
 * Our weighing of a Content-Security-Policy against the policies in the tests that csp_evaluator ships, weighed whole
 * by csp_evaluator itself: what it calls severe is not strict for us, and the other way round, but for what is named
 * here.
 */
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { expect, test } from 'vitest'
import { csp } from '../../src/engine/checks/csp.ts'
import { http, judgeWith } from '../evidence.ts'

const folder = path.dirname(createRequire(import.meta.url).resolve('csp_evaluator/dist/evaluator.js'))
/** A policy stands in them as text, now and then in several pieces that are put together. */
const TEXT = /'(?:[^'\\\n]|\\.)*'(?:\s*\+\s*'(?:[^'\\\n]|\\.)*')*/g
const PIECE = /'((?:[^'\\\n]|\\.)*)'/g
const policies = globSync('**/*_test.js', { cwd: folder })
  .toSorted()
  .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').match(TEXT) ?? [])
  .map((text) => [...text.matchAll(PIECE)].map(([, piece]) => piece!.replaceAll("\\'", "'")).join(''))
  .filter((text) => /^(?:default|script|object|base)-(?:src|uri)(?:-elem|-attr)? ['a-z0-9*/:.]+/.test(text))
  // Sentences about a policy are no policy.
  .filter((text) => !/ (?:set|split|missing)\b/.test(text))

const severe = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp).evaluate().some(({ severity }) => severity === Severity.HIGH)
const ours = (policy: string) =>
  judgeWith(csp, { http: http({ headers: [['content-security-policy', policy]] }) }).reason

/** Where we say otherwise, and why. */
const DIFFER = new Map([
  ["default-src foo.bar script-src 'none'", 'gaps: a forgotten semicolon is a hole, for them a remark'],
  ["default-src 'unsafe-eval'", 'gaps: what is made of text may run, for them of middling weight'],
  [
    "default-src 'unsafe-inline' 'strict-dynamic' 'nonce-123' 'sha256-foobar' 'self'; report-to foo.bar; " +
      "worker-src *; manifest-src *; script-src-attr 'self'; script-src-elem 'self'; style-src-attr 'self'; " +
      "style-src-elem 'self';",
    'strict: of scripts the two lists of their own decide, so that a base element leads nowhere',
  ],
])

test('what csp_evaluator calls severe in the policies of its own tests is not strict for us', () => {
  const all = [...new Set(policies)]
  expect(all.length).toBe(101)
  const differ = all.flatMap((policy) => {
    const [theirs, said] = [severe(policy), ours(policy)]
    return theirs === (said !== 'strict') ? [] : [[policy, said]]
  })
  expect(differ).toEqual([...DIFFER].map(([policy, why]) => [policy, why.replace(/:.*/, '')]))
})

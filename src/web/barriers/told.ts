/** The rules of the program for accessibility that a finding names, told to people. */
import type { Seen } from '../../model/finding.ts'
import type { Lang } from '../language.ts'
import { barriersEn } from './en.ts'
import { barriersNl } from './nl.ts'

const WORDS = { nl: barriersNl, en: barriersEn } as const

export type BarrierTold = {
  readonly rule: string
  /** What it means for a visitor. */
  readonly means: string
  /** The first repair for a web builder; code stands between backticks. */
  readonly repair: string
}

/** Rules that are told of one finding. */
const MOST = 12

/**
 * What is known of the rules that a finding of an `axe-` check names: those that failed, or where none did those that
 * the program could not decide. A rule that has no words here, such as one of a later program, is left out.
 */
export function barriersIn(lang: Lang, seen: Seen): readonly BarrierTold[] {
  const { rules, details } = seen
  const failed = typeof rules === 'string' ? rules.slice(0, 2_000).split(', ') : []
  // A line about what was not decided begins with a question mark, its rule, and a dot.
  const undecided = (Array.isArray(details) ? details.slice(0, 100) : []).flatMap(
    (line) => /^\? ([a-z-]{1,60}) ·/.exec(String(line))?.[1] ?? [],
  )
  const words: Readonly<Record<string, readonly [means: string, repair: string]>> = WORDS[lang]
  return [...new Set(failed.some((rule) => rule !== '') ? failed : undecided)].slice(0, MOST).flatMap((rule) => {
    const told = Object.hasOwn(words, rule) ? words[rule] : undefined
    return told ? [{ rule, means: told[0], repair: told[1] }] : []
  })
}

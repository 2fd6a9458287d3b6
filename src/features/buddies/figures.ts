/** Which figures of help in need everybody reads: none of one to four, and none that leaves so few. Pure. */
import { LEAST_BUDDIES, SKILL_IDS, type Skill } from '../../vocabulary/buddy.ts'

/** `value` null: too few to tell. */
export type BuddyFigure = { readonly measure: string; readonly value: number | null }

const few = (count: number): boolean => count > 0 && count < LEAST_BUDDIES

/** A part of a whole: told when neither it nor what is left of the whole is of a few, and the whole is told. */
const partOf = (value: number, whole: number): number | null =>
  few(value) || few(whole) || few(whole - value) ? null : value

/** Rounded down to a five; null below the first. */
const inFives = (count: number): number | null => (count < LEAST_BUDDIES ? null : count - (count % LEAST_BUDDIES))

/**
 * What is offered, counted once a month: offers that stand, and with each skill. In fives: of two months nobody takes
 * off who came or went in between.
 */
export const offerFigures = (offers: readonly { readonly skills: readonly Skill[] }[]): readonly BuddyFigure[] => [
  { measure: 'offers', value: inFives(offers.length) },
  ...SKILL_IDS.map((skill) => ({
    measure: `skill/${skill}`,
    value: inFives(offers.filter(({ skills }) => skills.includes(skill)).length),
  })),
]

export type Counted = { readonly asked: number; readonly helped: number; readonly minutes: number | null }
/** What was asked, once a half year is over: incidents, those in which somebody said yes, and how soon (median). */
export const incidentFigures = ({ asked, helped, minutes }: Counted): readonly BuddyFigure[] => [
  { measure: 'asked', value: few(asked) ? null : asked },
  { measure: 'helped', value: partOf(helped, asked) },
  { measure: 'minutes', value: partOf(helped, asked) === null || helped === 0 ? null : minutes },
]

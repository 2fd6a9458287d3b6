/** Every noun that everybody can read of. One more is its `Published` and a line here. */
import type { Lesson } from '../model/lesson.ts'
import type { Register } from '../model/register.ts'
import { about } from './about/noun.tsx'
import { badges } from './badges/noun.tsx'
import { city } from './city/noun.tsx'
import { covenants } from './covenants/noun.tsx'
import { decisionsOf } from './flows/noun.tsx'
import { findings } from './findings/noun.tsx'
import { landscape } from './landscape/noun.tsx'
import { lessonsOf } from './lessons/noun.tsx'
import { norms } from './norms/noun.tsx'
import { organisations } from './organisations/noun.tsx'
import type { Published } from './published.ts'
import { publishedRegisters } from './registers/noun.tsx'
import { registersOf } from './registers/published.tsx'
import { streets } from './streets/noun.tsx'
import { tenders } from './tenders/noun.tsx'
import { toetsen } from './toetsen/noun.tsx'
import { warnings } from './warnings/noun.tsx'

/** With these registers and lessons, in the order of the site. */
export function publicNouns(registers: readonly Register[], lessons: readonly Lesson[]): readonly Published[] {
  const nouns = [
    city,
    organisations,
    covenants,
    findings,
    landscape,
    norms,
    toetsen,
    streets,
    badges,
    tenders,
    lessonsOf(lessons),
    warnings,
    // Before the registers: a decision is no entry.
    ...decisionsOf(registers),
    registersOf(publishedRegisters(registers)),
  ]
  return [...nouns, about(nouns.flatMap(({ files = [] }) => files))]
}

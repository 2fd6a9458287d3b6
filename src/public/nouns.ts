/** Every noun that everybody can read of. One more is its `Published` and a line here. */
import { registerFor } from '../catalogue/registers.ts'
import type { Lesson } from '../model/lesson.ts'
import type { Scenario } from '../model/exercise.ts'
import type { Register } from '../model/register.ts'
import type { RequestKind } from '../model/request.ts'
import type { Requirement } from '../model/requirement.ts'
import { about } from './about/noun.tsx'
import { badges } from './badges/noun.tsx'
import { buddies } from './buddies/noun.tsx'
import { campaigns } from './campaigns/noun.tsx'
import { city } from './city/noun.tsx'
import { covenants } from './covenants/noun.tsx'
import { decisionsOf } from './flows/noun.tsx'
import { events } from './events/noun.tsx'
import { exercisesOf } from './exercises/noun.tsx'
import { findings } from './findings/noun.tsx'
import { help } from './help/noun.tsx'
import { landscape } from './landscape/noun.tsx'
import { learn } from './learn/noun.tsx'
import { lessonsOf } from './lessons/noun.tsx'
import { normsWith } from './norms/noun.tsx'
import { organisations } from './organisations/noun.tsx'
import type { Published } from './published.ts'
import { searchIn } from './search/noun.tsx'
import { practices } from './practices/noun.tsx'
import { publishedRegisters } from './registers/noun.tsx'
import { registersOf } from './registers/published.tsx'
import { ratingsOf } from './ratings/noun.tsx'
import { rightsOf } from './rights/noun.tsx'
import { streets } from './streets/noun.tsx'
import { tenders } from './tenders/noun.tsx'
import { together } from './together/noun.tsx'
import { toetsenBeside } from './toetsen/noun.tsx'
import { warnings } from './warnings/noun.tsx'
import { weaknessesOf } from './weaknesses/noun.tsx'

/** What stands in the files of the municipality, beside what it published. */
export type Kept = {
  readonly registers: readonly Register[]
  readonly lessons: readonly Lesson[]
  readonly kinds: readonly RequestKind[]
  readonly exercises: readonly Scenario[]
  readonly requirements: readonly Requirement[]
}

/** With these registers, lessons, kinds of requests, requirements and exercises, in the order of the site. */
export function publicNouns({ registers, lessons, kinds, requirements, exercises }: Kept): readonly Published[] {
  const products = registerFor(registers, 'product')
  const nouns = [
    city,
    organisations,
    covenants,
    findings,
    landscape,
    normsWith({ lessons, requirements }),
    toetsenBeside(registers),
    streets,
    badges,
    tenders,
    learn,
    help,
    lessonsOf(lessons),
    together,
    warnings,
    buddies,
    campaigns,
    events,
    exercisesOf(exercises),
    // Before the registers: a decision is no entry.
    ...decisionsOf(registers, kinds),
    registersOf(publishedRegisters(registers, kinds)),
    practices,
    rightsOf(kinds),
    ...weaknessesOf(kinds),
    ...(products === undefined ? [] : [ratingsOf(products.id)]),
  ]
  return [...nouns, searchIn(registers), about(nouns.flatMap(({ files = [] }) => files))]
}

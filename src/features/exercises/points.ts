/** Points of which an exercise shows something, and of which that can still be said. Pure. */
import type { ExerciseProps } from './parts.tsx'

/** Those of which nothing was said, and that somebody watched where that is asked. */
export const pointsLeft = (
  { observer }: Pick<ExerciseProps['exercise'], 'observer'>,
  shows: ExerciseProps['shows'],
  shown: ExerciseProps['shown'],
): ExerciseProps['shows'] => shows.filter(({ id, watched }) => !shown.has(id) && !(watched && observer === ''))

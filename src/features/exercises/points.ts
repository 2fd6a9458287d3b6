/** Points of which an exercise shows something, and of which that can still be said. Pure. */
import type { ExerciseProps } from './parts.tsx'

/**
 * Those of which nothing was said, and that somebody watched where that is asked; and those of which what was said
 * stood for as long as the measures ran.
 */
export const pointsLeft = (
  { observer }: Pick<ExerciseProps['exercise'], 'observer'>,
  { shows, shown, followed }: Pick<ExerciseProps, 'shows' | 'shown' | 'followed'>,
): ExerciseProps['shows'] =>
  shows.filter(({ id, watched, follows }) => {
    const said = shown.get(id)
    if (said !== undefined) return follows && followed && said.verdict !== 'met'
    return !(watched && observer === '')
  })

/** Points of which an exercise shows something, and of which that can still be said. Pure. */
import type { ExerciseProps } from './parts.tsx'

/**
 * Those of which nothing was said, and that somebody watched where that is asked; and those of which what was said
 * stood for as long as the measures ran. Of what was hardly played, none.
 */
export const pointsLeft = (
  { observer }: Pick<ExerciseProps['exercise'], 'observer'>,
  { shows, shown, followed, part }: Pick<ExerciseProps, 'shows' | 'shown' | 'followed' | 'part'>,
): ExerciseProps['shows'] =>
  shows.filter(({ id, watched, follows }) => {
    if (!part.enough) return false
    const said = shown.get(id)
    if (said !== undefined) return follows && followed && said.verdict !== 'met'
    return !(watched && observer === '')
  })

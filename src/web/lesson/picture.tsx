/** A drawing of a lesson: inline, without style or request of its own, and with words for who does not see it. */
import type { Picture } from '../../model/lesson.ts'
import type { Lang } from '../language.ts'
import { drawings } from './drawings.ts'

export function LessonPicture({ picture, lang }: { picture: Picture; lang: Lang }) {
  const { soft, line, ink } = drawings[picture.name]
  const told = picture.alt === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': picture.alt[lang] }
  return (
    <svg className="ld-drawing" viewBox="0 0 120 80" width="240" height="160" focusable="false" {...told}>
      {soft === undefined ? null : <path className="ld-drawing__soft" d={soft} />}
      {line === undefined ? null : <path className="ld-drawing__line" d={line} />}
      {ink === undefined ? null : <path className="ld-drawing__ink" d={ink} fillRule="evenodd" />}
    </svg>
  )
}

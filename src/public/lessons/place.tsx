/**
 * Where a learner is: kept by a script on the own device alone, and by an address that works without script. What the
 * script says and does stands in `web/client/lesson.ts`; its words come from here.
 */
import type { Lesson } from '../../model/lesson.ts'
import { Details, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { lessonPath } from '../../web/lesson/path.ts'
import { says } from './messages.ts'

/** Empty until the script knows something to say. `step`: the one that is read now, from 1; null on the first page. */
export function KeptPlace({ view, lesson, step }: { view: View; lesson: Lesson; step: number | null }) {
  const t = says(view.lang)
  return (
    <div
      className="ld-kept ld-noprint"
      data-les={lesson.id}
      data-versie={lesson.version}
      data-stap={step ?? undefined}
      data-stappen={JSON.stringify(
        lesson.steps.map(({ title }, at) => [t.keptAt(title[view.lang]), href(view, lessonPath(lesson, at + 1))]),
      )}
      data-hier={t.keptHere}
      data-verder={t.goOn}
      data-wis={t.wipe}
      data-gewist={t.wiped}
    />
  )
}

/** The address of this step, to keep. */
export function Later({ view, origin, path }: { view: View; origin: string; path: string }) {
  const t = says(view.lang)
  const address = origin + href(view, path)
  return (
    <Details summary={t.later}>
      <Text>{t.laterText}</Text>
      <p className="nl-paragraph ld-address">
        <a className="nl-link" href={href(view, path)}>
          {address}
        </a>
      </p>
    </Details>
  )
}

/**
 * Where the button to read aloud comes, when the device has a voice of its own. Without script it says why there is
 * none.
 */
export function Aloud({ view, text }: { view: View; text: string }) {
  const { aloud } = says(view.lang)
  return (
    <div
      className="ld-aloud ld-noprint"
      data-voorlezen={text}
      data-taal={view.lang}
      data-begin={aloud.start}
      data-stop={aloud.stop}
      data-geen={aloud.none}
      data-lezer={aloud.reader}
    >
      <p className="ld-small">{aloud.without}</p>
    </div>
  )
}

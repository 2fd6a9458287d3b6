/** On what help and courses rest: the municipality promises a course, no law does; help with contact is a duty. */
import { Link, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'

const nl = {
  course: 'Dat is een afspraak van de gemeente zelf. Het staat niet in een wet.',
  courseLink: 'Lees de afspraak over een cursus',
  contact: 'Hulp bij contact met de overheid moet wel, van de wet.',
  contactLink: 'Lees de plicht om te helpen',
}
const en: typeof nl = {
  course: 'That is an agreement of the municipality itself. No law says it.',
  courseLink: 'Read the agreement about a course',
  contact: 'Help with contact with the government is a duty by law.',
  contactLink: 'Read the duty to help',
}

/** Below a sentence that says what the municipality promises. */
export function PromiseOf({ view }: { view: View }) {
  const t = view.lang === 'en' ? en : nl
  return (
    <Text>
      {t.course} <Link to={href(view, '/normen/TOE-07')}>{t.courseLink}</Link>. {t.contact}{' '}
      <Link to={href(view, '/normen/TOE-06')}>{t.contactLink}</Link>.
    </Text>
  )
}

/** Where a reader says that something is not right, and what came of it when others did: under every public page. */
import { List, Section, Text } from './parts.tsx'
import { href, type View } from './view.ts'

/** By mail or telephone, and, with `term`, within how many days there is an answer. */
export function Contact({ view, subject, term = true }: { view: View; subject?: string; term?: boolean }) {
  const { contact } = view
  const told = view.m.wrong.contact
  if (!contact) return <Text>{told.none}</Text>
  const { email, phone, days } = contact
  return (
    <Text>
      {term ? `${told.within(days)} ` : ''}
      {told.mail}{' '}
      <a className="nl-link" href={`mailto:${email}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`}>
        {email}
      </a>
      {phone === '' ? '' : ` ${told.call(phone)}`}.
    </Text>
  )
}

/** `title`: of the page. Nothing on a page that is no record: a form, an error. */
export function Wrong({ view, title }: { view: View; title: string }) {
  const { m, wrong, path } = view
  if (!wrong) return null
  return (
    <div className="ld-wrong">
      <Section id="klopt-dit-niet" title={m.wrong.title}>
        <Text>{m.wrong.text}</Text>
        {wrong.form ? (
          <Text>
            <a className="nl-link" href={href(view, '/fout-melden', { over: path })} rel="nofollow">
              {m.report.link}
            </a>
          </Text>
        ) : null}
        <Contact view={view} subject={`${m.wrong.title} ${title}`} />
        {wrong.open === 0 ? null : <Text>{m.report.open(wrong.open)}</Text>}
        {wrong.answered.length === 0 ? null : (
          <List
            items={wrong.answered.map(({ id, how, on, answer }) => ({
              key: id,
              body: (
                <>
                  {m.report.answered[how](on)}
                  {answer === '' ? null : (
                    <span className="ld-block ld-said" lang={view.lang === 'en' ? 'nl' : undefined}>
                      {answer}
                    </span>
                  )}
                </>
              ),
            }))}
          />
        )}
      </Section>
    </div>
  )
}

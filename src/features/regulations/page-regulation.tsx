/** One regulation, with its tests and what is known of it. */
import type { ReactNode } from 'react'
import { day } from '../../web/language.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { TestsOf } from '../../web/desk/tests-of.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Facts, Heading, Section, Text } from '../../web/parts.tsx'
import { regulationById } from './store.ts'
import { crumbs } from './crumbs.ts'

export function RegulationPage({
  view,
  row,
  cases,
  mayTest,
  known,
}: { view: DeskView; mayTest: boolean; known: ReactNode } & NonNullable<Awaited<ReturnType<typeof regulationById>>>) {
  const due = cases.find(({ retestOn }) => retestOn !== null)?.retestOn
  return (
    <DeskPage view={view} title={row.title} crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>{row.title}</Heading>
        <Text lead>
          {row.tested
            ? `Getoetst op ${day('nl', row.tested.on)}.${due ? ` Opnieuw op ${day('nl', due)}.` : ''}`
            : 'Nog niet getoetst.'}
        </Text>
      </div>
      {mayTest && row.ended_at === null ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`/balie/zaken/nieuw?regeling=${row.id}`}>
            Begin een IT-toets
          </a>
        </Buttons>
      ) : null}
      <Facts
        items={[
          { name: 'Soort', value: row.kind || 'onbekend' },
          { name: 'Afdeling', value: row.department || 'onbekend' },
          { name: 'Kenmerk', value: `${row.work}, versie ${row.version}` },
          { name: 'Geldt sinds', value: row.in_force_on ? day('nl', row.in_force_on) : 'onbekend' },
          ...(row.issued_on ? [{ name: 'Vastgesteld', value: day('nl', row.issued_on) }] : []),
          ...(row.subjects.length > 0 ? [{ name: 'Onderwerpen', value: row.subjects.join(', ') }] : []),
          ...(row.out_of_force_on ? [{ name: 'Geldt tot', value: day('nl', row.out_of_force_on) }] : []),
          ...(row.url
            ? [
                {
                  name: 'Tekst',
                  value: (
                    <a className="nl-link" href={row.url} rel="noreferrer">
                      lees de regeling
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <TestsOf
        cases={cases.map(({ id, title, handler }) => ({ id, title, about: handler ?? 'nog geen behandelaar' }))}
      />
      {known}
      {row.versions.length === 0 ? null : (
        <Section id="versies" title="Andere versies">
          <ul className="ld-list">
            {row.versions.map((version) => (
              <li key={version.version}>
                Versie {version.version}
                {version.inForceOn ? `, vanaf ${day('nl', version.inForceOn)}` : ''}
                {version.outOfForceOn ? ` tot ${day('nl', version.outOfForceOn)}` : ''}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </DeskPage>
  )
}

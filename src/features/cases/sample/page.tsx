/** The sample: one in ten of what was signed as without effect is drawn. */
import type { Tx } from '../../../db/as.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { Button, Buttons, Form } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { notYet, type DeskView, go, page, type Route } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { caseNumber, pathOf } from '../address.ts'
import { type Draw, draw, overview } from './store.ts'

export const crumbs = [{ name: 'Zaken', to: '/balie/zaken' }]

function SamplePage({
  view,
  draws,
  rows,
  rechecks,
  own,
  open,
  mayDraw,
}: Awaited<ReturnType<typeof overview>> & { view: DeskView; mayDraw: boolean }) {
  return (
    <DeskPage view={view} title="Steekproef" crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>Steekproef “geen effect”</Heading>
        <Text lead>
          Van alles wat als “geen effect” is ondertekend, bekijkt een ander één op de tien opnieuw. De trekking is na te
          rekenen met het openbare startgetal.
        </Text>
      </div>
      <Text>
        {open.length === 0
          ? 'Er staan geen nieuwe verklaringen klaar.'
          : `Er ${open.length === 1 ? 'staat één verklaring' : `staan ${open.length} verklaringen`} klaar om uit ` +
            `te trekken.`}
      </Text>
      {mayDraw && open.length > 0 ? (
        <Form view={view} action="/balie/zaken/steekproef">
          <Buttons>
            <Button>Trek een steekproef</Button>
          </Buttons>
        </Form>
      ) : null}
      {draws.map((draw: Draw) => (
        <Section key={draw.id} id={`trekking-${draw.no}`} title={`Trekking ${draw.no}, ${day('nl', draw.at)}`}>
          <Text>
            {draw.drawn.length} van {draw.among.length}. Startgetal:{' '}
            <code className="nl-code ld-secret">{draw.seed}</code>
          </Text>
          <ul className="ld-tasks">
            {draw.drawn.flatMap((id) => {
              const row = rows.get(id)
              const seen = rechecks.get(`${draw.id} ${id}`)
              return row
                ? [
                    <li key={id}>
                      <Link to={pathOf(row)}>
                        {caseNumber(row)} {row.title}
                      </Link>
                      <span className="ld-quiet">
                        {seen ? (
                          seen.agrees ? (
                            'blijft: geen effect'
                          ) : (
                            'alsnog toetsen'
                          )
                        ) : mayDraw && !own.has(id) ? (
                          <Link to={`/balie/zaken/${id}/herbekijken`}>bekijk opnieuw</Link>
                        ) : (
                          'wordt opnieuw bekeken'
                        )}
                      </span>
                    </li>,
                  ]
                : []
            })}
          </ul>
        </Section>
      ))}
    </DeskPage>
  )
}

export const sampleRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/zaken/steekproef',
    may: 'case.read',
    answer: async (asked) =>
      page(
        <SamplePage view={asked.view} {...await overview(asked)} mayDraw={allows(asked.who.roles, 'case.handle')} />,
      ),
  },
  {
    method: 'POST',
    path: '/zaken/steekproef',
    may: 'case.handle',
    answer: async ({ tx, municipality, who, today }) => {
      const done = await draw(tx, municipality.id, who.id, today)
      return done
        ? go('/balie/zaken/steekproef', `Getrokken: ${done.drawn} van ${done.among}.`)
        : notYet('Er is nog niets om uit te trekken: er zijn geen nieuwe zaken zonder digitaal effect.')
    },
  },
]

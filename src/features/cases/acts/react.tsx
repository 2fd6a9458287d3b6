/** The author reacts to each condition. */
import type { Tx } from '../../../db/as.ts'
import type { ReactionKind } from '../../../model/case.ts'
import { ROLE_NAMES } from '../../../model/roles.ts'
import { Area, Button, Buttons, Choice, Form, none } from '../../../web/desk/form.tsx'
import { forbidden, go, page, type Route } from '../../../web/desk/route.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { any, type CaseDoors, has } from '../doors.ts'
import { conditionsOf } from '../objections.ts'
import { REACTIONS } from '../rules/words.ts'
import { react } from '../store/advice.ts'
import { Act, type Base, said } from './form.tsx'

export function ReactionPage({ view, file, problems = none, typed }: Base) {
  return (
    <Act
      view={view}
      file={file}
      title="Reactie per voorwaarde"
      problems={problems}
      lead="Neemt u een voorwaarde niet over, dan staat uw reden in het besluit en wordt die openbaar."
    >
      <Form view={view} action={`${pathOf(file.row)}/reactie`}>
        {conditionsOf(file).map((condition, index) => {
          const last = condition.reactions.at(-1)
          return (
            <section key={condition.id} className="ld-reaction">
              <Heading level={2}>
                {index + 1}. {ROLE_NAMES[condition.role]}
              </Heading>
              <Text>{condition.text}</Text>
              <Choice
                name={`keuze-${condition.id}`}
                label="Wat doet u ermee?"
                value={[said(typed, `keuze-${condition.id}`, last?.kind ?? '')]}
                problems={problems}
                options={Object.entries(REACTIONS).map(([value, label]) => ({ value, label }))}
              />
              <Area
                name={`reden-${condition.id}`}
                label="Toelichting"
                rows={3}
                value={said(typed, `reden-${condition.id}`, last?.text ?? '')}
                problems={problems}
                maxLength={4_000}
              />
            </section>
          )
        })}
        <Buttons>
          <Button>Reacties opslaan</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

export const reactRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/zaken/:case/reactie',
    may: 'case.write',
    answer: onCase(async ({ view, who }, file) =>
      file.row.state === 'reaction' && file.row.author === who.id
        ? page(<ReactionPage view={view} file={file} />)
        : forbidden('De indiener reageert, na het advies.'),
    ),
  },
  {
    method: 'POST',
    path: '/zaken/:case/reactie',
    may: 'case.write',
    answer: onCase(async ({ view, who, sent }, file, doing) => {
      if (file.row.state !== 'reaction' || file.row.author !== who.id)
        return forbidden('De indiener reageert, na het advies.')
      const conditions = conditionsOf(file)
      const problems = Object.fromEntries(
        conditions.flatMap(({ id }) => [
          ...(has(REACTIONS, sent.text(`keuze-${id}`))
            ? []
            : [[`keuze-${id}`, 'Kies wat u met deze voorwaarde doet.']]),
          ...(sent.text(`keuze-${id}`) !== 'adopt' && sent.text(`reden-${id}`) === ''
            ? [[`reden-${id}`, 'Leg uit waarom u de voorwaarde aanpast of niet overneemt.']]
            : []),
        ]),
      )
      if (any(problems)) return page(<ReactionPage view={view} file={file} problems={problems} typed={sent} />, 422)
      for (const condition of conditions) {
        const [kind, text, last] = [
          sent.text(`keuze-${condition.id}`) as ReactionKind,
          sent.text(`reden-${condition.id}`).slice(0, 4_000),
          condition.reactions.at(-1),
        ]
        if (last?.kind !== kind || last.text !== text)
          await react(doing, file, condition.id, condition.reactions.length + 1, kind, text)
      }
      return go(pathOf(file.row), 'Uw reacties staan bij de voorwaarden.')
    }),
  },
]

/** The author reacts to each condition, and answers each opinion not to do it, or not this way. */
import type { Tx } from '../../../db/as.ts'
import type { ReactionKind } from '../../../vocabulary/case.ts'
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { Area, Button, Buttons, Choice, Form, none } from '../../../web/desk/form.tsx'
import { forbidden, go, page, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { oneOf, readForm, text, thatIs, word, type Across } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Heading, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { conditionsOf, refusalsOf, type Refusal } from '../objections.ts'
import { name } from '../pages/part.ts'
import { inWords } from '../rules/reason.ts'
import { REACTIONS, STANCES } from '../rules/words.ts'
import { answerRefusal, react } from '../store/reactions.ts'
import type { Doing } from '../store/ask.ts'
import type { Case } from '../store/rows.ts'
import { answerKey } from '../store/story.ts'
import { Act, type Base, said } from './form.tsx'

const fieldOf = ({ about, version }: Refusal): string => `antwoord-${about}-${version}`
const KINDS = Object.keys(REACTIONS) as readonly ReactionKind[]
const HINTS: Readonly<Record<ReactionKind, string | undefined>> = {
  adopt: undefined,
  adapt: 'Schrijf wat u in plaats daarvan doet. Wie de voorwaarde stelde, zegt of dat genoeg is.',
  refuse: 'Uw reden staat in het besluit en wordt openbaar.',
}

function ReactionPage({ view, file, problems = none, typed }: Base) {
  const refusals = refusalsOf(file)
  return (
    <Act
      view={view}
      file={file}
      title="Reactie op de adviezen"
      problems={problems}
      lead="Reageer op elke voorwaarde en op elk advies om het niet of niet zo te doen. De beslisser leest uw reactie."
    >
      <Form view={view} action={`${pathOf(file.row)}/reactie`}>
        {refusals.map((refusal) => (
          <section key={fieldOf(refusal)} className="ld-reaction">
            <Heading level={2}>
              {STANCES[refusal.stance]}, zegt {refusal.whose}
            </Heading>
            <Text>{refusal.text}</Text>
            <Area
              name={fieldOf(refusal)}
              label="Uw antwoord"
              rows={4}
              value={said(
                typed,
                fieldOf(refusal),
                file.answers.get(answerKey(refusal.about, refusal.version))?.text ?? '',
              )}
              problems={problems}
              maxLength={4_000}
            />
          </section>
        ))}
        {conditionsOf(file).map((condition, index) => {
          const last = condition.reactions.at(-1)
          return (
            <section key={condition.id} className="ld-reaction">
              <Heading level={2}>
                Voorwaarde {index + 1}, van de {ROLE_NAMES[condition.role]}
              </Heading>
              <Text>{condition.text}</Text>
              {condition.owner === null ? null : (
                <p className="ld-quiet">
                  {name(file, condition.owner)}, uiterlijk {day('nl', condition.dueOn!)}
                </p>
              )}
              <Choice
                name={`keuze-${condition.id}`}
                label="Wat doet u ermee?"
                value={[said(typed, `keuze-${condition.id}`, last?.kind ?? '')]}
                problems={problems}
                options={KINDS.map((value) => ({
                  value,
                  label: REACTIONS[value],
                  hint: HINTS[value],
                }))}
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

/** An answer to each refusal, and of each condition what is done with it. */
const fieldsOf = (file: Case) =>
  Object.fromEntries([
    ...refusalsOf(file).map((refusal) => [
      fieldOf(refusal),
      text(4_000, thatIs(inWords, `Geef antwoord op het advies van ${refusal.whose}.`)),
    ]),
    ...conditionsOf(file).flatMap(({ id }, index) => [
      [`keuze-${id}`, word(oneOf(KINDS, `Kies wat u met voorwaarde ${index + 1} doet.`))],
      [`reden-${id}`, text(4_000)],
    ]),
  ])
/** Who adapts a condition says how, and who refuses one says why. */
const explained = (file: Case): Across<ReturnType<typeof fieldsOf>>[] =>
  conditionsOf(file).flatMap(({ id }, index) =>
    (
      [
        ['adapt', `Schrijf in een zin wat u in plaats van voorwaarde ${index + 1} doet.`],
        ['refuse', `Leg in een zin uit waarom u voorwaarde ${index + 1} niet overneemt.`],
      ] as const
    ).map(([kind, says]) => ({
      field: `reden-${id}`,
      holds: (typed) => typed[`keuze-${id}`] !== kind || inWords(typed[`reden-${id}`]!),
      says,
    })),
  )

export const reactRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  const reacting = (then: (asked: Asked<Tx>, file: Case, doing: Doing) => Promise<Reply>) =>
    onCase(async (asked, file, doing) =>
      file.row.state === 'reaction' && file.row.author === asked.who.id
        ? then(asked, file, doing)
        : forbidden('De indiener reageert, na het advies.'),
    )
  return [
    {
      method: 'GET',
      path: '/zaken/:case/reactie',
      may: 'case.write',
      answer: reacting(async ({ view }, file) => page(<ReactionPage view={view} file={file} />)),
    },
    {
      method: 'POST',
      path: '/zaken/:case/reactie',
      may: 'case.write',
      answer: reacting(async ({ view, sent }, file, doing) => {
        const { held, problems } = readForm(fieldsOf(file), sent, explained(file))
        if (!held) return page(<ReactionPage view={view} file={file} problems={problems} typed={sent} />, 422)
        for (const refusal of refusalsOf(file)) {
          const answer = held[fieldOf(refusal)]!
          if (file.answers.get(answerKey(refusal.about, refusal.version))?.text !== answer)
            await answerRefusal(doing, file, refusal, answer)
        }
        for (const condition of conditionsOf(file)) {
          const kind = held[`keuze-${condition.id}`] as ReactionKind
          const why = held[`reden-${condition.id}`]!
          const last = condition.reactions.at(-1)
          if (last?.kind !== kind || last.text !== why) await react(doing, file, condition, kind, why)
        }
        return go(pathOf(file.row), 'Uw reacties staan bij de adviezen.')
      }),
    },
  ]
}

/** Who asked a condition says whether it is enough as the author adapted it. */
import type { Tx } from '../../../db/as.ts'
import { Area, Button, Buttons, Choice, Form, none } from '../../../web/desk/form.tsx'
import { forbidden, go, missing, page, tooLate, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { oneOf, readForm, text, word, type Across } from '../../../web/desk/schema.ts'
import { Facts, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { requestsNow } from '../objections.ts'
import { mayOpine } from '../rules/may.ts'
import { inWords } from '../rules/reason.ts'
import type { Doing } from '../store/ask.ts'
import { weighReaction } from '../store/reactions.ts'
import type { Case, Condition, Reaction } from '../store/rows.ts'
import { Act, type Base, said } from './form.tsx'

function WeighPage({
  view,
  file,
  condition,
  reaction,
  problems = none,
  typed,
}: Base & { condition: Condition; reaction: Reaction }) {
  return (
    <Act
      view={view}
      file={file}
      title="Is uw voorwaarde zo goed genoeg?"
      problems={problems}
      lead="De indiener neemt uw voorwaarde aangepast over. Zegt u niets, dan geldt dat in het besluit als afwijking."
    >
      <Facts
        items={[
          { name: 'Uw voorwaarde', value: condition.text },
          { name: 'Wat de indiener doet', value: reaction.text },
        ]}
      />
      <Form view={view} action={`${pathOf(file.row)}/voorwaarde/${condition.id}`}>
        <Choice
          name="oordeel"
          label="Uw oordeel"
          value={[said(typed, 'oordeel')]}
          problems={problems}
          options={[
            { value: 'enough', label: 'Voldoende: zo doet het wat ik vroeg' },
            { value: 'weaker', label: 'Verzwakt: dit is minder dan ik vroeg' },
          ]}
        />
        <Area
          name="tekst"
          label="Toelichting"
          hint="Nodig als u de voorwaarde verzwakt vindt."
          rows={3}
          value={said(typed, 'tekst')}
          problems={problems}
          maxLength={4_000}
        />
        <Text>Uw oordeel kunt u niet wijzigen. Past de indiener de reactie aan, dan vragen wij het opnieuw.</Text>
        <Buttons>
          <Button>Onderteken uw oordeel</Button>
        </Buttons>
      </Form>
    </Act>
  )
}

const FIELDS = {
  oordeel: word(oneOf(['enough', 'weaker'], 'Kies of het zo genoeg is.')),
  tekst: text(4_000),
}
const SAYS_WHAT: Across<typeof FIELDS> = {
  field: 'tekst',
  holds: ({ oordeel, tekst }) => oordeel !== 'weaker' || inWords(tekst),
  says: 'Leg in een zin uit wat er minder aan is.',
}

export const weighConditionRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => {
  type Then = (
    asked: Asked<Tx>,
    file: Case,
    on: { condition: Condition; reaction: Reaction },
    doing: Doing,
  ) => Promise<Reply>
  const weighing = (then: Then) =>
    onCase(async (asked, file, doing) => {
      for (const request of requestsNow(file))
        for (const condition of request.opinions.at(-1)?.conditions ?? []) {
          if (condition.id !== asked.params['condition']) continue
          const reaction = condition.reactions.at(-1)
          if (request.opinions.at(-1)!.by !== asked.who.id && !mayOpine(request, asked.who, file.facts))
            return forbidden('Wie de voorwaarde stelde, zegt of die zo genoeg is.')
          if (reaction?.kind !== 'adapt' || !['reaction', 'decision'].includes(file.row.state))
            return tooLate('Over deze voorwaarde is nu niets te zeggen: er ligt geen aangepaste reactie.')
          return reaction.verdict === null
            ? then(asked, file, { condition, reaction }, doing)
            : tooLate('Hierover is al geoordeeld. Het oordeel staat bij de voorwaarde.')
        }
      return missing
    })
  return [
    {
      method: 'GET',
      path: '/zaken/:case/voorwaarde/:condition',
      may: 'case.opine',
      answer: weighing(async ({ view }, file, on) => page(<WeighPage view={view} file={file} {...on} />)),
    },
    {
      method: 'POST',
      path: '/zaken/:case/voorwaarde/:condition',
      may: 'case.opine',
      answer: weighing(async ({ view, sent }, file, on, doing) => {
        const { held, problems } = readForm(FIELDS, sent, [SAYS_WHAT])
        if (!held) return page(<WeighPage view={view} file={file} {...on} problems={problems} typed={sent} />, 422)
        await weighReaction(doing, file, on.condition.id, on.reaction, held.oordeel, held.tekst)
        return go(pathOf(file.row), 'Uw oordeel staat bij de voorwaarde.')
      }),
    },
  ]
}

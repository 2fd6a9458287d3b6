/** At one premises of a round: the choice between two that came by one id, the outcome, and the owner. */
import type { Tx } from '../../db/as.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Area, Button, Buttons, Choice, Field, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import type { Asked } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { Facts, Link, Section, Text } from '../../web/parts.tsx'
import { walkPath, type Walk, type Whole } from './here.ts'
import { isRepaired, LONGEST_WORDS } from './rules.ts'

type Filled = Readonly<Record<string, string>>
/** What was typed and is not kept, and what is not right about it. */
export type More = { readonly problems?: Problems; readonly filled?: Filled; readonly email?: string }

/** Whether this person may choose here: the role, and not one of the two who looked. */
export const mayDecide = (asked: Asked<Tx>, { round }: Whole): boolean =>
  allows(asked.who.roles, 'street.decide') && ![round.one, round.other].includes(asked.who.id)

/** Whether this person typed what one of the two saw here; `but`: not counting what was typed for this one. */
export const typedHere = (asked: Asked<Tx>, { inspections }: Whole, { premises }: Walk, but?: string): boolean =>
  inspections.some(
    ({ premises: where, by, inspector }) =>
      where === premises.id && by === asked.who.id && by !== inspector && inspector !== but,
  )

/** Two contents by one id: who decides says which counts. */
export function Clashes({ asked, whole, walk, more }: { asked: Asked<Tx>; whole: Whole; walk: Walk; more: More }) {
  const both = walk.seen.flatMap(({ newest, counts }) => (newest.length > 1 && !counts ? [newest] : []))
  return both.map((newest) => (
    <Section key={newest[0]!.id} id={`kies-${newest[0]!.id}`} title="Twee inzendingen van één schouwer">
      <Text>
        Deze twee kwamen met hetzelfde nummer en zeggen niet hetzelfde. Beide zijn bewaard. Vraag het de schouwer, en
        kies welke telt.
      </Text>
      {mayDecide(asked, whole) ? (
        <Form view={asked.view} action={`${walkPath(whole.street.id, whole.round.id, walk.premises.id)}/kies`}>
          <Hidden name="inzending" value={newest[0]!.id} />
          <Choice
            name="welke"
            label="Welke telt?"
            options={newest.map((each) => ({
              value: each.hash,
              label: `Binnen op ${moment('nl', each.at)}`,
              hint: whole.questions.questions
                .map(({ text, options, id }) => {
                  const value = each.answers[id]?.value
                  return `${text} ${options.find((option) => option.id === value)?.label ?? 'niet ingevuld'}`
                })
                .join(' · '),
            }))}
            problems={more.problems ?? none}
          />
          <Area
            name="waarom"
            label="Waarom deze?"
            rows={3}
            maxLength={LONGEST_WORDS}
            problems={more.problems ?? none}
          />
          <Buttons>
            <Button>Deze telt</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  ))
}

export function Decide({ asked, whole, walk, more }: { asked: Asked<Tx>; whole: Whole; walk: Walk; more: More }) {
  const { problems = none, filled = {} } = more
  const differ = (walk.compared ?? []).filter(({ agreed }) => !agreed)
  const again = walk.outcome !== undefined
  return (
    <Section id="uitkomst" title={again ? 'Uitkomst herstellen' : 'Uitkomst vaststellen'}>
      <Text>
        {differ.length === 0
          ? 'De twee zagen overal hetzelfde.'
          : 'Waar de twee verschillen, kiest u met een reden. De eigenaar leest die reden.'}
      </Text>
      <Form view={asked.view} action={`${walkPath(whole.street.id, whole.round.id, walk.premises.id)}/uitkomst`}>
        <Hidden name="basis" value={basisOfWalk(walk)} />
        {differ.map(({ question }) => (
          <div key={question.id}>
            <Choice
              name={`keuze-${question.id}`}
              label={question.text}
              options={question.options.map(({ id, label }) => ({ value: id, label }))}
              value={[filled[`keuze-${question.id}`] ?? walk.outcome?.answers[question.id]?.answer ?? '']}
              problems={problems}
            />
            <Area
              name={`reden-${question.id}`}
              label="Waarom kiest u dit?"
              value={filled[`reden-${question.id}`] ?? walk.outcome?.answers[question.id]?.reason ?? ''}
              rows={2}
              maxLength={LONGEST_WORDS}
              problems={problems}
            />
          </div>
        ))}
        {again ? (
          <Area
            name="herstel"
            label="Waarom herstelt u de uitkomst?"
            value={filled['herstel'] ?? ''}
            rows={2}
            maxLength={LONGEST_WORDS}
            problems={problems}
          />
        ) : null}
        <Buttons>
          <Button kind={again ? 'secondary' : 'primary'}>
            {again ? 'Herstel de uitkomst' : 'Stel de uitkomst vast'}
          </Button>
        </Buttons>
      </Form>
    </Section>
  )
}

/** What was on the screen when somebody decided: an answer that came meanwhile is seen. */
export const basisOfWalk = ({ seen, outcome }: Walk): string =>
  [...seen.map(({ counts }) => counts?.hash.slice(0, 12) ?? '-'), outcome?.no ?? 0].join('.')

export function Owner({ asked, whole, walk, more }: { asked: Asked<Tx>; whole: Whole; walk: Walk; more: More }) {
  const { letter, outcome, premises } = walk
  if (!outcome) return null
  const repaired = isRepaired(walk)
  const another = letter?.ended === 'other-owner'
  if (!letter || repaired || another)
    return mayDecide(asked, whole) ? (
      <Section id="eigenaar" title={letter ? 'Opnieuw naar de eigenaar' : 'Eerst naar de eigenaar'}>
        {repaired ? (
          <Text>
            De uitkomst is hersteld na de brief. Stuur de eigenaar de nieuwe. Die kan dan weer tien werkdagen reageren.
            Tot dan wordt de ronde niet opnieuw openbaar.
          </Text>
        ) : null}
        {another ? (
          <Text>
            {`Sinds ${day('nl', letter.endedAt!)} staat bij dit pand een andere eigenaar. De link van de eigenaar `}
            ervoor opent niets meer. De nieuwe eigenaar krijgt een eigen link, en kan zelf reageren en kiezen.
          </Text>
        ) : null}
        {letter && letter.reaction !== '' ? (
          <Text>Op de vorige uitkomst kwam deze reactie: {letter.reaction}</Text>
        ) : null}
        <Form view={asked.view} action={`${walkPath(whole.street.id, whole.round.id, premises.id)}/brief`}>
          <Field
            name="email"
            label="E-mailadres van de eigenaar"
            hint="Leeg? Dan krijgt u de link om zelf te geven of per post te sturen."
            type="email"
            value={more.email ?? ((letter?.ended ? '' : letter?.email) || premises.email)}
            maxLength={320}
            problems={more.problems ?? none}
            optional
          />
          <Buttons>
            <Button>Stuur de uitkomst aan de eigenaar</Button>
          </Buttons>
        </Form>
      </Section>
    ) : null
  return (
    <Section id="eigenaar" title="De eigenaar">
      {letter.ended === null ? null : (
        <Text>
          {`De zaak is weg. Sinds ${day('nl', letter.endedAt!)} opent de link van de eigenaar niets meer, en staat de `}
          naam niet openbaar.
        </Text>
      )}
      {letter.ended === null && letter.email === '' && mayDecide(asked, whole) ? (
        <Text>
          <Link to={`${walkPath(whole.street.id, whole.round.id, premises.id)}/brief`}>De brief om zelf te geven</Link>
        </Text>
      ) : null}
      <Facts
        items={[
          {
            name: 'Verstuurd',
            value: `${day('nl', letter.sentAt)}${letter.email === '' ? ', als link om te geven' : ''}`,
          },
          { name: 'Kan reageren tot en met', value: day('nl', letter.reactUntil) },
          { name: 'Reactie', value: letter.reaction === '' ? 'geen' : letter.reaction },
          ...letter.earlier.map(({ words, at }) => ({ name: `Reactie van ${day('nl', new Date(at))}`, value: words })),
          {
            name: 'Met naam openbaar',
            value:
              letter.consent === null
                ? 'geen antwoord, dus nee'
                : letter.consent
                  ? `ja, van ${letter.consentBy || 'de eigenaar'}`
                  : 'nee',
          },
        ]}
      />
    </Section>
  )
}

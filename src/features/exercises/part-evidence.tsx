/** What a finished exercise shows of a norm: a named person says so, and it counts as a finding of the organisation. */
import { WEIGHED } from '../../vocabulary/exercise.ts'
import { Area, Button, Buttons, Choice, Form, none, Select } from '../../web/desk/form.tsx'
import { said } from '../../web/desk/said.ts'
import { List, Section, Text } from '../../web/parts.tsx'
import { type ExerciseProps } from './parts.tsx'
import { PLACE } from './place.ts'
import { pointsLeft } from './points.ts'
import { playedWords, TOO_LITTLE } from './rules.ts'

export function EvidencePart(props: ExerciseProps) {
  const { view, exercise, shows, shown, followed, part, problems = none, typed } = props
  if (shows.length === 0) return null
  const nobody = exercise.observer === ''
  const open = pointsLeft(exercise, props)
  return (
    <Section id="bewijs" title="Wat dit laat zien">
      <Text>
        Uw oordeel telt bij de weerbaarheid van {exercise.name},{' '}
        {nobody ? 'als iets wat met een stuk is aangetoond: er keek niemand mee' : 'als iets wat ter plaatse is gezien'}
        . Het verloopt zoals bij de norm staat.
      </Text>
      <Text>
        {playedWords(part)}
        {part.enough ? null : ` ${TOO_LITTLE}`}
      </Text>
      <List
        items={shows.map(({ id, title, watched, follows }) => {
          const said = shown.get(id)
          const none = !part.enough
            ? 'onbekend, want er is te weinig gespeeld'
            : watched && nobody
              ? 'niemand keek mee, dus dit blijft onbekend'
              : 'nog niets gezegd'
          const verdict = said && (WEIGHED[said.verdict as keyof typeof WEIGHED] ?? said.verdict)
          const runs = part.enough && follows && !followed ? ' Geoefend, de bevindingen lopen nog.' : ''
          return { key: id, body: `${id}, ${title}: ${said ? `${verdict}. ${said.said}` : `${none}.`}${runs}` }
        })}
      />
      {followed || !part.enough || !shows.some(({ follows }) => follows) ? null : (
        <Text>
          Waar staat dat de bevindingen nog lopen, kunt u nog niet zeggen dat het voldoet. Dat kan als elke bevinding
          een maatregel heeft, en elke maatregel klaar en nagekeken is, of met een reden is vervallen.
        </Text>
      )}
      {open.length === 0 ? null : (
        <Form view={view} action={`${PLACE}/${exercise.id}/bewijs`}>
          <Select
            name="punt"
            label="Over welk punt?"
            empty="Kies een punt"
            options={open.map(({ id, title }) => ({ value: id, label: `${id}, ${title}` }))}
            value={said(typed, 'punt')}
            problems={problems}
          />
          <Choice
            name="oordeel"
            label="Wat liet de oefening zien?"
            options={Object.entries(WEIGHED).map(([value, label]) => ({ value, label }))}
            value={[said(typed, 'oordeel')]}
            problems={problems}
          />
          <Area
            name="gezien"
            label="Wat was er te zien?"
            value={said(typed, 'gezien')}
            rows={3}
            maxLength={1_000}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Dit laat de oefening zien</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  )
}

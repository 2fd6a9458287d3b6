/** What the answers come to, per part: never one figure for the whole. */
import { Fragment } from 'react'
import type { PartResult } from '../../scoring/result.ts'
import { noFlagIn } from '../../web/flags.ts'
import { percent, points } from '../../web/language.ts'
import { Details, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'

const FlagLinks = ({ part, form }: { part: PartResult; form: string }) =>
  part.flags.length === 0 ? (
    <>{noFlagIn(part)}</>
  ) : (
    <>
      <span aria-hidden="true">⚑ </span>
      {part.flags.map((id, index) => (
        <Fragment key={id}>
          {index > 0 ? ', ' : ''}
          <Link to={`/balie/vragenlijsten/${form}/${id}`}>vraag {id}</Link>
        </Fragment>
      ))}
    </>
  )

/** A score per part, only where enough is known. `own`: of an organisation, for itself alone. */
export function Parts({ parts, form, own }: { parts: readonly PartResult[]; form: string; own: boolean }) {
  return (
    <Section id="uitkomst" title="Uitkomst per deel">
      <Text>
        {own
          ? 'Deze score is alleen voor u. Is minder dan 80% beantwoord, dan ziet u geen score.'
          : 'De score helpt bij het gesprek. Het advies en het besluit zijn van mensen. Is minder dan 80% ' +
            'beantwoord, ' +
            'dan staat er geen score. Een score voor het geheel is er niet.'}
      </Text>
      <Table
        id="delen"
        caption="Uitkomst per deel"
        hideCaption
        stacked
        columns={[
          { head: 'Deel' },
          { head: 'Score (0 tot 100)', numeric: true },
          { head: 'Beantwoord deel', numeric: true },
          ...(own ? [] : [{ head: 'Rode vlaggen' }]),
        ]}
        rows={parts.map((part) => ({
          key: part.section,
          cells: [
            part.title,
            part.score === null ? 'te weinig beantwoord' : points('nl', part.score),
            part.coverage === null ? 'niets van toepassing' : percent('nl', part.coverage),
            ...(own ? [] : [<FlagLinks key="f" part={part} form={form} />]),
          ],
        }))}
      />
      <Details summary="Hoe dit is berekend">
        <Text>
          Elk antwoord telt 0, een half of 1, maal het gewicht van de vraag. “Weet ik niet” verlaagt wat bekend is en
          telt nooit als nee. “Past niet” telt nergens mee.
        </Text>
      </Details>
    </Section>
  )
}

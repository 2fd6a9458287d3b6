/**
 * The yearly report of a covenant: what was promised and what came of it, out of what everybody in it may read. Each
 * figure stands with its day and with what it rests on. Pure: who makes it keeps what comes out of it.
 */
import { day } from '../../../lib/day.ts'
import type { Paper } from '../../../model/document.ts'
import { MEETING_KINDS } from '../../../vocabulary/covenant.ts'
import { TheCity } from '../../../web/letter.ts'
import { sentence } from '../progress/sums.ts'
import type { ReportFacts } from './report-facts.ts'
import {
  changedItems,
  field,
  foundField,
  list,
  planItems,
  questionsOf,
  standsField,
  text,
  verdictsField,
} from './report-parts.ts'

/** The report as it is kept: the page, the PDF and the ODT are made of this alone. */
export function reportPaper(facts: ReportFacts): Paper {
  const { city, covenant, no, meeting, period, madeOn, by, told, last } = facts
  const span = `${day('nl', period.from)} tot en met ${day('nl', period.to)}`
  const courses = told.filter(({ shown }) => shown).map(({ course }) => course)
  const apart = told.length - courses.length
  return {
    name: `Jaarverslag ${no} van convenant ${covenant.no}: ${covenant.title}`,
    above: `${TheCity(city)}, convenant ${covenant.no}, jaarverslag ${no}`,
    title: `Jaarverslag van ${covenant.title}`,
    below:
      `Over ${span}. Gemaakt op ${day('nl', madeOn)} voor de ${MEETING_KINDS[meeting.kind]} van ` +
      `${day('nl', meeting.heldOn)}.`,
    sections: [
      {
        id: 'vooraf',
        title: 'Vooraf',
        fields: [
          field('voorwoord', 'Voorwoord', text(facts.foreword), text(`${by.name}, ${by.function}`)),
          field(
            'kort',
            'In het kort',
            text(sentence(courses)),
            ...(apart === 0 ? [] : [text(`Van ${apart} ${apart === 1 ? 'afspraak' : 'afspraken'} is niets te tonen.`)]),
          ),
        ],
      },
      { id: 'afspraken', title: 'Wat is beloofd en hoe het staat', fields: told.map((one) => standsField(facts, one)) },
      {
        id: 'gevonden',
        title: last === undefined ? 'Wat is gevonden' : `Wat is gevonden sinds jaarverslag ${last.no}`,
        fields: told.map((one) => foundField(facts, one)),
      },
      { id: 'oordelen', title: 'Oordelen', fields: [verdictsField(facts)] },
      {
        id: 'wie',
        title: 'Wie meedoet',
        fields: [
          field('wie-lijst', 'Wie erbij kwam, pauzeerde of stopte', list(changedItems(facts.changed), 'Niemand.')),
        ],
      },
      {
        id: 'besluiten',
        title: 'Besluiten',
        fields: [
          field(
            'besluiten-lijst',
            'Wat op bijeenkomsten is besloten',
            list(
              facts.decided.map(
                ({ heldOn, about, text: words, agreed }) =>
                  `${day('nl', heldOn)}${about === '' ? '' : `, ${about}`}: ${words} (besloten door ${agreed})`,
              ),
              'In deze periode is niets besloten.',
            ),
            ...(facts.decidedApart === 0
              ? []
              : [text('Een besluit over een partij die niet bij naam wordt genoemd, leest die partij zelf.')]),
          ),
        ],
      },
      {
        id: 'plannen',
        title: 'Verbeterplannen',
        fields: [
          field(
            'plannen-lijst',
            'Hoe het met verbeterplannen staat',
            list(planItems(facts), 'Er is geen verbeterplan gevraagd waarvan anderen mogen lezen.'),
          ),
        ],
      },
      {
        id: 'vragen',
        title: 'Vragen aan de bijeenkomst',
        fields: [
          field('vragen-lijst', 'Vragen', list([...questionsOf(facts), ...facts.questions], 'Er zijn geen vragen.')),
        ],
      },
      {
        id: 'herkomst',
        title: 'Hoe dit verslag is gemaakt',
        fields: [
          field(
            'herkomst-tekst',
            'Herkomst',
            text(
              'Niemand vulde cijfers in: ze volgen uit bevindingen, elk met de dag en de bron. Van minder dan tien ' +
                'partijen staat hier niets, tenzij zij bij naam genoemd willen worden. Wie te horen kreeg dat iets ' +
                'niet is gehaald, staat hier pas na de termijn voor bezwaar.',
            ),
            text(
              last === undefined
                ? 'Dit is het eerste jaarverslag van dit convenant.'
                : `Het vorige is jaarverslag ${last.no}, gemaakt op ${day('nl', last.madeOn)}.`,
            ),
          ),
        ],
      },
    ],
  }
}

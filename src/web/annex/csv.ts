/** An annex as lines of a spreadsheet, one requirement a line. */
import { BOM, line } from '../../lib/csv-write.ts'
import type { Annex } from '../../model/tender.ts'
import { DUE, LEVELS, REQUIREMENT_KINDS } from '../../vocabulary/tender.ts'

/** The whole file: names of columns first. */
export const annexCsv = ({ number, version, requirements, parts }: Annex): string =>
  BOM +
  [
    line([
      'bijlage',
      'versie',
      'kenmerk',
      'tekst',
      'deel',
      'titel',
      'soort',
      'niveau',
      'wat_wij_vragen',
      'norm',
      'criterium',
      'waarom_in_verhouding',
      'verband_met_de_opdracht',
      'bewijs',
      'gelijkwaardig_bewijs',
      'bewijs_nodig',
      'geldig_maanden',
      'hoe_nagegaan',
      'als_niet_nagekomen',
      'gibit',
      'ai_bepalingen',
    ]),
    ...requirements.map((each) =>
      line([
        number,
        String(version),
        each.id,
        String(each.wording),
        parts.find(({ id }) => id === each.part)?.title ?? each.part,
        each.title,
        REQUIREMENT_KINDS[each.kind].nl,
        LEVELS[each.level].nl,
        each.text,
        each.norm,
        each.criterion ?? '',
        each.proportionate,
        each.link,
        each.proof,
        each.equal,
        DUE[each.due].nl,
        String(each.validMonths),
        each.checked,
        each.onBreach,
        each.gibit === undefined
          ? ''
          : `${each.gibit.how === 'fills' ? 'vult in' : 'wijkt af van'}: ${each.gibit.about}`,
        each.mccAi ?? '',
      ]),
    ),
  ].join('')

/** Puts together what judging needs: the catalogue, the checks and the lists. */
import { judge, type Rules } from '../engine/judge.ts'
import { versions } from '../engine/versions.ts'
import { pagesOf, partiesOf, screenshotOf } from '../engine/parties.ts'
import type { Judged } from '../db/findings.ts'
import type { CampaignProbe } from '../model/campaign.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Network } from '../model/network.ts'
import type { Subject } from '../model/subject.ts'
import { rules } from './engine.ts'
import type { Place } from './place.ts'

/**
 * With the owners of a test city, if the network file names them. Throws DataMistakes with file and line when a data
 * file is wrong.
 */
export const loadRules = ({ program }: Place, network?: Network): Promise<Rules> => rules(program, network)

/** One line that names the versions of all lists: findings made with other lists are judged anew. */
export function listsVersion({ lists }: Rules): string {
  return Object.entries(lists.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')
}

/** With what this program looks: the first publication with it, as a campaign fixes it. */
export function probeNow(rules: Rules): CampaignProbe {
  const { leidraad = '', axe = '' } = versions()
  return { publication: 1, leidraad, axe, lists: listsVersion(rules), catalogue: rules.catalogue.version }
}

/** Everything that follows from evidence for one subject. */
export function judgeEvidence(evidence: Evidence, subject: Subject, rules: Rules): Judged {
  return {
    findings: judge(evidence, subject, rules),
    parties: partiesOf(evidence, rules.lists),
    pages: pagesOf(evidence),
    screenshot: screenshotOf(evidence),
    catalogue: rules.catalogue.version,
    lists: listsVersion(rules),
  }
}

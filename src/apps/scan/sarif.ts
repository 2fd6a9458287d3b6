/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read: a rule per criterion, a result per finding. What
 * could not be seen is `open`, never `fail`.
 */
import type { VerdictWord } from '../../model/finding.ts'
import { toldOf, type Scanned, type Told } from './scanned.ts'

/** SARIF 2.1.0, 3.27.9 and 3.27.10: a level other than none stands only with `fail`. */
const RESULT: Readonly<Record<VerdictWord, { readonly kind: string; readonly level: string }>> = {
  unmet: { kind: 'fail', level: 'error' },
  partly: { kind: 'fail', level: 'warning' },
  met: { kind: 'pass', level: 'none' },
  unknown: { kind: 'open', level: 'none' },
  'not-applicable': { kind: 'notApplicable', level: 'none' },
}

/** A log with one run. */
export function sarif(scanned: Scanned): object {
  const told = toldOf(scanned)
  const { evidence } = scanned.gathered
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Leidraad',
            version: scanned.versions['leidraad'],
            informationUri: 'https://github.com/leidraad/leidraad',
            language: 'nl',
            rules: told.map(ruleOf),
            properties: { versions: scanned.versions },
          },
        },
        invocations: [{ executionSuccessful: true, startTimeUtc: evidence.begun, endTimeUtc: evidence.ended }],
        results: told.map((one, index) => ({
          ruleId: one.criterion.id,
          ruleIndex: index,
          ...RESULT[one.finding.verdict],
          message: { text: one.says },
          locations: [{ physicalLocation: { artifactLocation: { uri: addressOf(scanned) } } }],
          // The same fault of the same address, whatever else changes.
          partialFingerprints: { 'criterion/v1': `${one.criterion.id}@${scanned.subject.address}` },
          properties: { verdict: one.finding.verdict, reason: one.finding.reason, seen: one.finding.seen },
        })),
      },
    ],
  }
}

const ruleOf = ({ norm, criterion }: Told) => ({
  id: criterion.id,
  name: norm.label,
  shortDescription: { text: criterion.title.nl },
  fullDescription: { text: criterion.why },
  help: { text: `${criterion.repair}\n\nWat dit niet bewijst: ${criterion.limits}` },
  properties: { norm: norm.id, weight: criterion.weight },
})

const addressOf = ({ subject, gathered: { evidence } }: Scanned) =>
  evidence.pages.find(({ role }) => role === 'landing')?.page ??
  (subject.kind === 'website' ? `https://${subject.address}/` : `mailto:postmaster@${subject.address}`)

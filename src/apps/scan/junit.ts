/** Findings as JUnit XML, as continuous integration reads it: a suite per theme, a case per criterion. */
import { escapeXml } from '../../lib/xml.ts'
import { isFault, toldOf, type Scanned, type Told } from './scanned.ts'

/** What could not be seen, and what is not asked here, is `skipped`: neither passed nor failed. */
export function junit(scanned: Scanned): string {
  const told = toldOf(scanned)
  const suites = scanned.rules.catalogue.themes.flatMap(({ id, name }) => {
    const cases = told.filter(({ norm }) => norm.theme === id)
    return cases.length === 0 ? [] : [suite(name, cases, scanned)]
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Leidraad: ${escapeXml(scanned.subject.address)}" ${counts(told)}>`,
    ...suites,
    '</testsuites>\n',
  ].join('\n')
}

const suite = (name: string, cases: readonly Told[], { gathered: { evidence } }: Scanned) =>
  [
    `  <testsuite name="${escapeXml(name)}" timestamp="${evidence.ended}" ${counts(cases)}>`,
    ...cases.map(testCase),
    '  </testsuite>',
  ].join('\n')

const counts = (cases: readonly Told[]) => {
  const failures = cases.filter(({ finding }) => isFault(finding)).length
  const skipped = cases.filter(({ finding }) => !isFault(finding) && finding.verdict !== 'met').length
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`
}

function testCase({ finding, norm, criterion, says }: Told): string {
  const titles = [`${norm.id} ${norm.label}`, `${criterion.id}: ${criterion.title.nl}`].map(escapeXml)
  const name = `classname="${titles[0]}" name="${titles[1]}"`
  const message = `message="${escapeXml(says)}"`
  if (finding.verdict === 'met') return `    <testcase ${name}/>`
  const inside = isFault(finding)
    ? `<failure type="${finding.verdict}" ${message}>${escapeXml(criterion.repair)}</failure>`
    : `<skipped ${message}/>`
  return `    <testcase ${name}>${inside}</testcase>`
}

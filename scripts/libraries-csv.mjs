/**
 * Turns the repository of Retire.js (JSON) into lists/bibliotheken.csv: `node scripts/libraries-csv.mjs
 * RetireJsVulns.json`.
 * Kept are holes with a CVE that work in the browser of a visitor. What a program on a server could suffer, a slow
 * answer, and “no longer kept up” are left out, so that nobody is named for what their page does not have.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Foreign script in the page (79, 80), its injection as code (94) and properties of every object (1321). */
const IN_A_BROWSER = new Set(['CWE-79', 'CWE-80', 'CWE-94', 'CWE-1321'])
/** Run on servers, or are another program that carries the name of a library. */
const LEFT_OUT = new Set(['retire-example', 'nextjs', 'dont check', 'DWR', 'pendo', 'AlaSQL', 'ua-parser-js'])
/** Names in addresses that the repository does not give. */
const CALLED = {
  'jquery-ui': ['jqueryui', 'jquery.ui', 'jquery-ui-dist'],
  bootstrap: ['twitter-bootstrap'],
  angularjs: ['angular', 'angular.js'],
  'moment.js': ['moment'],
  'underscore.js': ['underscore'],
  'backbone.js': ['backbone'],
  'mustache.js': ['mustache'],
  'pdf.js': ['pdfjs-dist'],
  prototypejs: ['prototype'],
}
const [, , source] = process.argv
if (source === undefined) throw new Error('name the file of Retire.js')

const plain = (version) => /^\d+(?:\.\d+)*/.exec(version ?? '')?.[0] ?? ''
const rows = Object.entries(JSON.parse(readFileSync(source, 'utf8')))
  .filter(([name]) => !LEFT_OUT.has(name))
  .flatMap(([name, { vulnerabilities, npmname, bowername = [] }]) => {
    const names = [name, npmname, ...bowername, ...(CALLED[name] ?? [])]
    const called = [...new Set(names.filter(Boolean).map((each) => each.toLowerCase()))].toSorted().join(' ')
    return (vulnerabilities ?? []).flatMap(({ atOrAbove, below, severity, cwe = [], identifiers }) => {
      const known = (identifiers.CVE ?? []).filter((each) => /^CVE-\d{4}-\d{4,}$/.test(each))
      const counts = severity !== 'low' && cwe.some((each) => IN_A_BROWSER.has(each))
      if (!counts || known.length === 0 || plain(below) === '') return []
      return [[name, called, plain(atOrAbove), plain(below), known.toSorted().join(' ')].join(',')]
    })
  })
const file = path.join(import.meta.dirname, '..', 'lists', 'bibliotheken.csv')
writeFileSync(file, `bibliotheek,namen,vanaf,onder,lekken\n${[...new Set(rows)].toSorted().join('\n')}\n`)

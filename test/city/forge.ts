/**
 * A place for source code, with addresses as those of GitLab: two repositories with a whole description, one with
 * faults in it, and one of another that has none.
 */
import { html, text } from './answers.ts'
import type { Answer, Host } from './model.ts'

export const FORGE = 'https://gitlab.codekade.test'

const LONG =
  'Een site van de overheid in Sluiswijk, met alle teksten en de code waarmee zij wordt gebouwd. Anderen ' +
  'mogen haar overnemen en aanpassen. Wie een fout vindt, kan die melden of meteen verbeteren.'
const wholeOf = (name: string, repository: string, host: string) => `publiccodeYmlVersion: "0.5"
name: ${name}
url: ${FORGE}/${repository}.git
landingURL: https://${host}/
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
description:
  nl:
    shortDescription: De site van een organisatie van de overheid.
    longDescription: >
      ${LONG}
    features: [Zoeken, Formulieren die zonder script werken]
legal:
  license: EUPL-1.2
maintenance:
  type: internal
  contacts:
    - name: Team digitaal
localisation:
  localisationReady: false
  availableLanguages: [nl]
`
/** Without licence by its name in the list of SPDX, without who looks after it, and much too short. */
const faulty = `publiccodeYmlVersion: "0.5"
name: Aanslag
url: ${FORGE}/sluisstreek/aanslag.git
platforms: [web]
developmentStatus: stable
softwareType: standalone/backend
description:
  nl:
    shortDescription: Rekent uit wat iemand betaalt.
    longDescription: Rekent.
    features: [Rekenen]
legal:
  license: EUPL
maintenance:
  type: internal
localisation:
  localisationReady: false
  availableLanguages: [nl]
`
const licence = text('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
const raw = (repository: string, files: Readonly<Record<string, Answer>>) =>
  Object.entries(files).map(([name, file]) => [`/${repository}/-/raw/HEAD/${name}`, file] as const)
const page = (name: string) =>
  html(`<!doctype html><html lang="nl"><title>${name}</title><main><h1>${name}</h1></main></html>`)

const answers = new Map<string, Answer>([
  ['/robots.txt', text('User-agent: *\nDisallow: /admin/\n')],
  ['/sluiswijk/site', page('sluiswijk/site')],
  ['/ggd/prikplanner', page('ggd/prikplanner')],
  ['/sluisstreek/aanslag', page('sluisstreek/aanslag')],
  ['/zaakhuis/zaakhuis', page('zaakhuis/zaakhuis')],
  ...raw('sluiswijk/site', {
    'publiccode.yml': text(wholeOf('Site van Sluiswijk', 'sluiswijk/site', 'www.gemeente-sluiswijk.test')),
    LICENSE: licence,
  }),
  // By the other name that its standard allows.
  ...raw('ggd/prikplanner', {
    'publiccode.yaml': text(wholeOf('Prikplanner', 'ggd/prikplanner', 'www.ggdsluisstreek.test')),
    'LICENSE.md': licence,
  }),
  ...raw('sluisstreek/aanslag', { 'publiccode.yml': text(faulty), LICENSE: licence }),
  ...raw('zaakhuis/zaakhuis', { 'README.md': text('# Zaakhuis') }),
])
const gone = html('<!doctype html><html lang="nl"><title>Niet gevonden</title><p>Niet gevonden</p></html>', [], 404)

export const forge: Host = {
  name: 'gitlab.codekade.test',
  address: '127.20.0.200',
  ipv6: false,
  cname: [],
  certificate: 'good',
  answer: ({ path }) => answers.get(path) ?? gone,
}

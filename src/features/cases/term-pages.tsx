/** Legal terms of a case: its author or handler starts, extends and ends them; everyone who reads the case sees them. */
import type { Tx } from '../../db/as.ts'
import { day } from '../../web/language.ts'
import { Area, Button, Buttons, Choice, Field, Form, none } from '../../web/desk/form.tsx'
import { conflict, forbidden, go, missing, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { Facts, Link, Section, Text } from '../../web/parts.tsx'
import { endLegalTerm, extendLegalTerm, pathOf, startLegalTerm, type Doing } from './acts.ts'
import { LEGAL_TERMS, legalState } from './legal-terms.ts'
import { name } from './page-case.tsx'
import { Act, said, type Base } from './pages-acts.tsx'
import type { Case, LegalTermRow } from './store.ts'

type OnCase = (then: (asked: Asked<Tx>, file: Case, doing: Doing) => Promise<Reply>) => Route<Tx>['answer']

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
/** What may still be started: of this kind of case, and not running. */
const startable = ({ row, legalTerms }: Case) => LEGAL_TERMS.filter(({ id, kinds }) => kinds.includes(row.kind) && !legalTerms.some(({ term, endedOn }) => term === id && endedOn === null))
const mayKeep = ({ row }: Case, person: string): boolean => person === row.author || person === row.handler
const KEEPERS = 'De indiener en de behandelaar houden de termijnen bij.'
const STATES = { running: 'De termijn loopt.', late: 'De termijn is voorbij.', met: 'Op tijd afgerond.', missed: 'Te laat afgerond.' }

function StartPage({ view, file, problems = none, typed }: Base) {
  const terms = startable(file)
  return (
    <Act view={view} file={file} title="Leg een wettelijke termijn vast" problems={problems} lead="Leidraad rekent de laatste dag uit en herinnert de behandelaar. Of de wet hier geldt, bepaalt u.">
      {terms.length === 0 ? <Text>Alle termijnen die hier kunnen gelden, lopen al.</Text> : (
        <Form view={view} action={`${pathOf(file.row)}/termijnen`}>
          <Choice name="termijn" label="Welke termijn gaat lopen?" value={[said(typed, 'termijn')]} problems={problems} options={terms.map((term) => ({ value: term.id, label: term.name, hint: <>{term.length}, {term.when} ({term.source}).<br />Vul de dag in {term.from}.</> }))} />
          <Field name="datum" label="De dag waarvan de termijn telt" type="date" value={said(typed, 'datum')} problems={problems} />
          <Buttons><Button>Leg vast</Button><Link to={pathOf(file.row)}>Niet doen</Link></Buttons>
        </Form>
      )}
    </Act>
  )
}

function TermPage({ view, file, term, today, mine, problems = none, typed }: Base & { term: LegalTermRow; today: string; mine: boolean }) {
  const rule = LEGAL_TERMS.find(({ id }) => id === term.term)
  const at = `${pathOf(file.row)}/termijnen/${term.id}`
  return (
    <Act view={view} file={file} title={rule?.name ?? term.term} problems={problems} lead={<>{STATES[legalState(term, today)]} Uiterlijk {day('nl', term.dueOn)}.</>}>
      <Facts items={[
        { name: 'Telt vanaf', value: day('nl', term.startsOn) }, { name: 'Vastgelegd door', value: name(file, term.by) },
        ...(rule ? [{ name: 'Duur', value: rule.length }, { name: 'Grond', value: rule.source }] : []), ...(term.extended === null ? [] : [{ name: 'Verlengd', value: term.extended }]),
        ...(term.endedOn === null ? [] : [{ name: 'Afgerond', value: `${day('nl', term.endedOn)}, ${name(file, term.endedBy)}` }, ...(term.note === '' ? [] : [{ name: 'Toelichting', value: term.note }])]),
      ]} />
      {mine && term.endedOn === null ? (
        <Section id="afronden" title="Afronden">
          <Form view={view} action={`${at}/afronden`}>
            <Field name="datum" label="Wanneer was het klaar?" type="date" value={said(typed, 'datum', today)} problems={problems} />
            <Area name="toelichting" label="Toelichting" hint="Bijvoorbeeld wat de uitkomst is, of waarom de termijn toch niet geldt." rows={3} optional value={said(typed, 'toelichting')} problems={problems} maxLength={2_000} />
            <Buttons><Button>Rond af</Button></Buttons>
          </Form>
        </Section>
      ) : null}
      {mine && term.endedOn === null && term.extended === null && rule?.extension ? (
        <Section id="verlengen" title="Verlengen">
          <Form view={view} action={`${at}/verlengen`}>
            <Area name="reden" label="Waarom is de termijn verlengd?" rows={3} value={said(typed, 'reden')} problems={problems} maxLength={2_000} />
            <Buttons><Button kind="secondary">Verleng eenmaal</Button></Buttons>
          </Form>
        </Section>
      ) : null}
    </Act>
  )
}

export function termRoutes(onCase: OnCase): readonly Route<Tx>[] {
  const onTerm = (then: (asked: Asked<Tx>, file: Case, term: LegalTermRow, doing: Doing) => Promise<Reply>) => onCase(async (asked, file, doing) => {
    const term = file.legalTerms.find(({ id }) => id === asked.params['term'])
    return term ? then(asked, file, term, doing) : missing
  })
  /** Only while it runs, and only for who keeps it. */
  const keeping = (then: Parameters<typeof onTerm>[0]) => onTerm(async (asked, file, term, doing) =>
    (!mayKeep(file, asked.who.id) ? forbidden(KEEPERS) : term.endedOn === null ? then(asked, file, term, doing) : conflict('Deze termijn is al afgerond.')))
  return [
    { method: 'GET', path: '/zaken/:case/termijnen', may: 'case.write', answer: onCase(async ({ view, who }, file) => (mayKeep(file, who.id) ? page(<StartPage view={view} file={file} />) : forbidden(KEEPERS))) },
    { method: 'POST', path: '/zaken/:case/termijnen', may: 'case.write', answer: onCase(async ({ view, who, sent }, file, doing) => {
      if (!mayKeep(file, who.id)) return forbidden(KEEPERS)
      const [term, from] = [startable(file).find(({ id }) => id === sent.text('termijn')), sent.text('datum')]
      const problems = { ...(term ? {} : { termijn: 'Kies een termijn die nog niet loopt.' }), ...(isDate(from) ? {} : { datum: 'Vul een datum in, zoals 31-12-2026.' }) }
      if (!term || !isDate(from)) return page(<StartPage view={view} file={file} problems={problems} typed={sent} />, 422)
      await startLegalTerm(doing, file, term, from)
      return go(`${pathOf(file.row)}#termijnen`, 'De termijn loopt.')
    }) },
    { method: 'GET', path: '/zaken/:case/termijnen/:term', may: 'case.read', answer: onTerm(async ({ view, who, today }, file, term) => page(<TermPage view={view} file={file} term={term} today={today} mine={mayKeep(file, who.id)} />)) },
    { method: 'POST', path: '/zaken/:case/termijnen/:term/afronden', may: 'case.write', answer: keeping(async ({ view, sent, today }, file, term, doing) => {
      const [on, note] = [sent.text('datum'), sent.text('toelichting').slice(0, 2_000)]
      if (!isDate(on) || on > today) return page(<TermPage view={view} file={file} term={term} today={today} mine problems={{ datum: 'Vul de dag in waarop het klaar was, niet later dan vandaag.' }} typed={sent} />, 422)
      await endLegalTerm(doing, file, term, on, note)
      return go(`${pathOf(file.row)}#termijnen`, 'De termijn is afgerond.')
    }) },
    { method: 'POST', path: '/zaken/:case/termijnen/:term/verlengen', may: 'case.write', answer: keeping(async ({ view, sent, today }, file, term, doing) => {
      const rule = LEGAL_TERMS.find(({ id }) => id === term.term)
      if (!rule?.extension || term.extended !== null) return conflict('Deze termijn kan niet (nog eens) worden verlengd.')
      const reason = sent.text('reden').slice(0, 2_000)
      if (reason === '') return page(<TermPage view={view} file={file} term={term} today={today} mine problems={{ reden: 'Leg uit waarom de termijn is verlengd.' }} typed={sent} />, 422)
      await extendLegalTerm(doing, file, term, { ...rule, extension: rule.extension }, reason)
      return go(`${pathOf(file.row)}#termijnen`, 'De termijn is verlengd.')
    }) },
  ]
}

/** What a case is about and whose it is; what happened in it. */
import { STATE_NAMES } from '../../../model/case.ts'
import { day, moment } from '../../../web/language.ts'
import { Facts, Link, Section, Text } from '../../../web/parts.tsx'
import type { Case } from '../store/rows.ts'
import { name } from './part.ts'

export function About({ file }: { file: Case }) {
  const { row } = file
  const since = file.steps.at(-1)
  return (
    <Section id="waarover" title="Waarover">
      {row.summary.split(/\n{2,}/).map((part) => (
        <Text key={part}>{part}</Text>
      ))}
      <Facts
        items={[
          { name: 'Indiener', value: name(file, row.author) },
          { name: 'Behandelaar', value: name(file, row.handler) },
          { name: 'Beslisser', value: name(file, row.decisionMaker) },
          { name: 'Besluit gepland', value: row.intendedOn === null ? 'nog niet bekend' : day('nl', row.intendedOn) },
          ...(row.regulation
            ? [{ name: 'Regeling', value: <Link to={`/balie/regelingen/${row.regulation}`}>naar de regeling</Link> }]
            : []),
          ...(row.product
            ? [{ name: 'Product', value: <Link to={`/balie/producten/${row.product}`}>naar het product</Link> }]
            : []),
          ...(row.retestOn ? [{ name: 'Opnieuw toetsen', value: day('nl', row.retestOn) }] : []),
          { name: 'Deze stap sinds', value: since ? moment('nl', since.at) : moment('nl', row.createdAt) },
        ]}
      />
    </Section>
  )
}

export function History({ file }: { file: Case }) {
  const { row } = file
  return (
    <Section id="geschiedenis" title="Wat er is gebeurd">
      <ol className="ld-list ld-list--plain" reversed>
        {file.steps.toReversed().map((step) => (
          <li key={step.no} className="ld-comment">
            <p>
              <strong>{STATE_NAMES[step.to]}</strong>{' '}
              <span className="ld-quiet">
                {moment('nl', step.at)} · {name(file, step.by)}
                {step.function ? `, ${step.function}` : ''}
              </span>
            </p>
            {step.rule ? <p className="ld-quiet">Regel: {step.rule}</p> : null}
            {step.reason ? <p>{step.reason}</p> : null}
          </li>
        ))}
        <li className="ld-comment">
          <p>
            <strong>begonnen</strong>{' '}
            <span className="ld-quiet">
              {moment('nl', row.createdAt)} · {name(file, row.author)}
            </span>
          </p>
        </li>
      </ol>
    </Section>
  )
}

/** Files that were signed elsewhere: what a program read in them, and the report of a validator. */
import { asSentence } from '../../../lib/words.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { FILE_KINDS, READINGS, VALIDATIONS } from '../../../vocabulary/signing.ts'
import { grouped } from '../../../lib/fingerprint.ts'
import { Button, Buttons, Choice, Field, FileField, Form, Select, type Problems } from '../../../web/desk/form.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import type { SignedFile } from './files-store.ts'

type Props = {
  readonly view: DeskView
  readonly files: readonly SignedFile[]
  readonly place: string
  readonly problems: Problems
  readonly typed: Readonly<Record<string, string>>
}

/** What is known of a file, in sentences; never more than was looked at. */
export function readingText({ reading, media }: Pick<SignedFile, 'reading' | 'media'>): readonly string[] {
  const { state, why, signatures, ours } = reading
  return [
    asSentence(`${READINGS[state]}${why === '' ? '' : `: ${why}`}`).replace(/^./, (sign) => sign.toUpperCase()),
    ...signatures.map(
      ({ signer, at, form, said }) =>
        `Ondertekening van ${signer || 'onbekend'}, ${at || 'zonder tijd'}, vorm ${form}. pdfsig zegt: ${said}`,
    ),
    ...(media !== 'application/pdf'
      ? []
      : [
          ours === null
            ? 'Of dit de vastgestelde tekst is, is niet vergeleken.'
            : ours
              ? 'Het bestand begint met precies de bytes die zijn vastgesteld.'
              : 'Het bestand begint niet met de bytes die zijn vastgesteld. Vergelijk de tekst zelf.',
        ]),
  ]
}

export function FileList({ view, files, place }: Omit<Props, 'problems' | 'typed'>) {
  const sent = files.filter(({ kind }) => kind !== 'validation')
  if (sent.length === 0) return <Text>Er is niets gestuurd.</Text>
  return sent.map((one) => (
    <div key={one.id}>
      <Heading level={3}>
        {FILE_KINDS[one.kind]}, versie {one.version}, {day('nl', one.at)}
      </Heading>
      <Text>
        <Link to={`${place}/bestand/${one.id}`}>{one.name}</Link>
        <span className="ld-block ld-small ld-address">{grouped(one.hash)}</span>
      </Text>
      {one.originalAt === '' ? null : <Text>Scan; het origineel ligt bij: {one.originalAt}.</Text>}
      <ul className="ld-list">
        {readingText(one).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {files
        .filter(({ about }) => about === one.id)
        .map((report) => (
          <Text key={report.id}>
            Validatierapport van {day('nl', report.at)}: {VALIDATIONS[report.says!]}.{' '}
            <Link to={`${place}/bestand/${report.id}`}>{report.name}</Link>
          </Text>
        ))}
      {one.by === view.who.id ? (
        <Text>U heeft dit bestand toegevoegd. Een collega legt de handtekening vast.</Text>
      ) : allows(view.who.roles, 'covenant.steer') ? (
        <Text>
          <Link to={`${place}/bestand/${one.id}/teken`}>Leg de handtekening in dit bestand vast</Link>
        </Text>
      ) : null}
    </div>
  ))
}

/** A file that came by letter, and the report of a validator. */
export function FileForms({ view, place, files, problems, typed }: Props) {
  const signed = files.filter(({ kind }) => kind === 'signed')
  return (
    <>
      <Form view={view} action={`${place}/bestand`} files>
        <Choice
          name="soort"
          label="Een bestand toevoegen: wat is het?"
          value={[typed['soort'] ?? '']}
          options={(['signed', 'scan'] as const).map((kind) => ({ value: kind, label: FILE_KINDS[kind] }))}
          problems={problems}
        />
        <FileField
          name="bestand"
          label="Bestand (pdf, jpg of png)"
          hint="Wij bewaren het byte voor byte."
          accept=".pdf,.jpg,.jpeg,.png"
          problems={problems}
        />
        <Field
          name="waar"
          label="Waar ligt het papieren origineel? (bij een scan)"
          value={typed['waar'] ?? ''}
          maxLength={300}
          problems={problems}
        />
        <Buttons>
          <Button kind="secondary">Sla het bestand op</Button>
        </Buttons>
      </Form>
      {signed.length === 0 ? null : (
        <Form view={view} action={`${place}/rapport`} files>
          <Select
            name="over"
            label="Een validatierapport toevoegen: over welk bestand?"
            value={typed['over'] ?? ''}
            options={signed.map(({ id, name, at }) => ({ value: id, label: `${name}, ${day('nl', at)}` }))}
            problems={problems}
          />
          <Choice
            name="zegt"
            label="Wat zegt het rapport?"
            hint="Alleen het rapport van een erkende validatiedienst zegt of een handtekening gekwalificeerd is."
            value={[typed['zegt'] ?? '']}
            options={Object.entries(VALIDATIONS).map(([value, label]) => ({ value, label }))}
            problems={problems}
          />
          <FileField name="rapport" label="Het rapport (pdf)" accept=".pdf" problems={problems} />
          <Buttons>
            <Button kind="secondary">Sla het rapport op</Button>
          </Buttons>
        </Form>
      )}
    </>
  )
}

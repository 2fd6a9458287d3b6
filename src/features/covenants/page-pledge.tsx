/** The form of a result agreement. */
import { Button, Buttons, Form, Hidden, none } from '../../web/desk/form.tsx'
import { Link, Notice, Text } from '../../web/parts.tsx'
import { Act, versionPlace } from './frame.tsx'
import { PledgeProof, PledgeWay } from './part-pledge-way.tsx'
import { PledgeWhat } from './part-pledge-what.tsx'
import type { PledgeFormProps } from './pledge-props.ts'

export function PledgePage(props: PledgeFormProps) {
  const { view, covenant, version, id, norms, input, proposed, careful = '', basis, clash, problems = none } = props
  const at = versionPlace(covenant, version.no)
  return (
    <Act
      view={view}
      covenant={covenant}
      version={version}
      title={id === undefined ? 'Een nieuwe resultaatafspraak' : `Pas “${input.titel}” aan`}
      lead="Iedereen moet kunnen volgen of het lukt. Wat niet te volgen is, neemt dit formulier niet aan."
      problems={problems}
    >
      {clash}
      {careful === '' ? null : (
        <Notice title="Let op">
          <Text>{careful}</Text>
        </Notice>
      )}
      <Form view={view} action={id === undefined ? `${at}/afspraak-erbij` : `${at}/afspraken/${id}/wijzigen`}>
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        <Hidden name="normen" value={norms.map((norm) => norm.id).join(' ')} />
        <Hidden name="voorgesteld" value={proposed} />
        <PledgeWhat {...props} />
        <PledgeWay {...props} />
        <PledgeProof {...props} />
        <Buttons>
          <Button>{id === undefined ? 'Afspraak toevoegen' : 'Afspraak opslaan'}</Button>
          <Link to={id === undefined ? at : `${at}#artikel-${id}`}>Annuleren</Link>
        </Buttons>
      </Form>
      {id === undefined ? null : (
        <Text>
          <Link to={`${at}/afspraken/${id}/weg`}>Haal deze afspraak uit het concept</Link>
        </Text>
      )}
    </Act>
  )
}

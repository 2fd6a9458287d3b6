/** Where a result agreement begins: an example of the template, or norms. */
import type { PledgeExample } from '../../model/covenant.ts'
import type { Norm } from '../../model/norm.ts'
import { Button, Buttons, Choice } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Details, Link, Section, Text } from '../../web/parts.tsx'
import { Act, versionPlace } from './frame.tsx'
import { share } from './pledge-words.ts'
import type { Covenant, Version } from './store.ts'

/** Where an agreement begins: one of the examples, or the norms that it is about. */
export function ChoosePledgePage({
  view,
  covenant,
  version,
  examples,
  norms,
}: {
  view: DeskView
  covenant: Covenant
  version: Version
  examples: readonly PledgeExample[]
  norms: readonly Norm[]
}) {
  const at = `${versionPlace(covenant, version.no)}/afspraak-erbij`
  const themes = [...Map.groupBy(norms, ({ theme }) => theme)]
  return (
    <Act
      view={view}
      covenant={covenant}
      version={version}
      title="Voeg een resultaatafspraak toe"
      lead="Begin met een voorbeeld. Alles daarin kunt u aanpassen."
    >
      {examples.map((each) => (
        <Section key={each.id} id={`voorbeeld-${each.id}`} title={`${each.letter}. ${each.title}`}>
          <Text>
            {each.why} {`Doel: ${share(each.target)} in ${each.months} maanden.`}
          </Text>
          {each.careful === '' ? null : <Text>{`Let op: ${each.careful}`}</Text>}
          <Text>
            <Link to={`${at}?voorbeeld=${each.id}`}>{`Begin met “${each.title}”`}</Link>
          </Text>
        </Section>
      ))}
      <Section id="normen" title="Of begin met normen">
        <form method="get" action={at} className="ld-desk-form">
          {themes.map(([theme, those]) => (
            <Details key={theme} summary={`${theme}: ${those.length} normen`}>
              <Choice
                name="norm"
                label={`Normen van ${theme}`}
                several
                options={those.map(({ id, label }) => ({ value: id, label: `${id} ${label}` }))}
              />
            </Details>
          ))}
          <Buttons>
            <Button kind="secondary">Verder met deze normen</Button>
          </Buttons>
        </form>
      </Section>
    </Act>
  )
}

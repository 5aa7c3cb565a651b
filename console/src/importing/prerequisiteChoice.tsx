/** What to use instead of a prerequisite that is missing, or is there without the version or tenant that items name. */
import { useState } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { Button } from '../design/button.js';
import { TextField } from '../design/field.js';
import { formatList } from '../design/format.js';
import { Icon } from '../design/icon.js';
import text from '../design/text.module.css';
import { useAmendments, usePlanScreen } from './planContext.js';
import type { ShownPrerequisite } from './usePrerequisites.js';
import styles from './plan.module.css';

export function PrerequisiteChoice({ prerequisite }: { prerequisite: ShownPrerequisite }) {
  const { whyFixed } = usePlanScreen();
  const { remap } = useAmendments();
  const { kind, name, toName, candidates, isPresent, isAuthorized, missingVersions, missingTenants } = prerequisite;
  const [other, setOther] = useState('');
  const use = (choice: { toName?: string; toVersion?: string; toTenant?: string }) =>
    void remap({ kind: kind.name, name, ...choice });
  const needsName = !isPresent || !isAuthorized;
  return (
    <div className={styles.prerequisite}>
      {needsName && (
        <RadioGroup
          className={styles.candidateGroup ?? ''}
          value={toName ?? ''}
          isDisabled={whyFixed !== undefined}
          onChange={(chosen) => use({ toName: chosen })}
        >
          <Label className={styles.candidateLabel ?? ''}>
            Use instead of <code>{name}</code>
          </Label>
          {candidates.length > 0 ? (
            <div className={styles.candidates}>
              {candidates.map((candidate) => (
                <RadioField key={candidate.id} value={candidate.name}>
                  <RadioButton className={styles.candidate ?? ''}>
                    <span className={styles.radio} aria-hidden="true" />
                    <span className={text.name}>{candidate.name}</span>
                    <span className={text.muted}>{Math.round(candidate.score * 100)} % alike</span>
                  </RadioButton>
                </RadioField>
              ))}
            </div>
          ) : (
            <p className={text.muted}>
              The branch has no {kind.title} of a similar name. Import it first, or write which one to use.
            </p>
          )}
        </RadioGroup>
      )}
      {needsName && (
        <form
          className={styles.remedy}
          onSubmit={(event) => {
            event.preventDefault();
            if (other.trim() !== '') use({ toName: other.trim() });
          }}
        >
          <div className={styles.nameField}>
            <TextField
              label={`Another ${kind.title} for ${name}`}
              isLabelHidden
              placeholder={`Another ${kind.title}`}
              value={other}
              onChange={setOther}
              isMono
              isSmall
            />
          </div>
          <Button type="submit" isSmall whyDisabled={other.trim() === '' ? 'Write its name first.' : whyFixed}>
            Use it
          </Button>
        </form>
      )}
      {missingVersions.length > 0 && (
        <div className={styles.remedy}>
          <Icon name="warn" isSmall />
          <span>
            <code>{name}</code> is not here in {missingVersions.length === 1 ? 'version' : 'versions'}{' '}
            {formatList(missingVersions)}.
          </span>
          <Button isSmall whyDisabled={whyFixed} onPress={() => use({ toVersion: 'latest' })}>
            Use the latest version
          </Button>
          <Button isSmall whyDisabled={whyFixed} onPress={() => use({ toVersion: 'all' })}>
            Use all versions
          </Button>
        </div>
      )}
      {missingTenants.length > 0 && (
        <TenantChoice prerequisite={prerequisite} onUse={(toTenant) => use({ toTenant })} />
      )}
    </div>
  );
}

interface TenantChoiceProps {
  prerequisite: ShownPrerequisite;
  onUse: (tenant: string) => void;
}

function TenantChoice({ prerequisite: { name, missingTenants }, onUse }: TenantChoiceProps) {
  const { whyFixed } = usePlanScreen();
  const [tenant, setTenant] = useState('<default>');
  const named = missingTenants.map((one) => (one === '' ? 'no tenant' : one));
  return (
    <form
      className={styles.remedy}
      onSubmit={(event) => {
        event.preventDefault();
        onUse(tenant);
      }}
    >
      <span>
        <code>{name}</code> is not here for {formatList(named)}. Use the tenant
      </span>
      <div className={styles.nameField}>
        <TextField label={`Tenant of ${name}`} isLabelHidden value={tenant} onChange={setTenant} isMono isSmall />
      </div>
      <Button type="submit" isSmall whyDisabled={whyFixed}>
        Use it
      </Button>
    </form>
  );
}

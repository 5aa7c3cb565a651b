/** Finds one of many users, service accounts and groups. */
import { useState } from 'react';
import { PrincipalListDocument, type PrincipalLineFragment, type PrincipalType } from '../api/operations.generated.js';
import { usePages } from '../api/usePages.js';
import { Button } from '../design/button.js';
import { SearchField } from '../design/field.js';
import { countOf } from '../design/format.js';
import { Icon } from '../design/icon.js';
import { Line, Lines } from '../design/section.js';
import { SkeletonRows, sentenceOf } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { typeIcons, typeWords } from './principalWords.js';

interface PrincipalPickerProps {
  types?: readonly PrincipalType[];
  chosen: PrincipalLineFragment | undefined;
  onChoose: (chosen: PrincipalLineFragment | undefined) => void;
}

const shownCount = 6;

export function PrincipalPicker({ types, chosen, onChoose }: PrincipalPickerProps) {
  const [search, setSearch] = useState('');
  const { nodes, totalCount, error } = usePages(PrincipalListDocument, {
    variables: { filter: { ...(types && { types: [...types] }), ...(search !== '' && { search }) } },
    pageIn: ({ principals }) => principals,
    pageSize: shownCount,
  });
  if (chosen)
    return (
      <Lines label="Chosen">
        <Line main={<PrincipalName principal={chosen} />}>
          <Button
            isSmall
            onPress={() => {
              onChoose(undefined);
            }}
          >
            Choose another
          </Button>
        </Line>
      </Lines>
    );
  return (
    <div className={layout.stack}>
      <SearchField label="Find a user, service account or group" value={search} onChange={setSearch} />
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {totalCount === undefined && !error && <SkeletonRows count={2} />}
      {totalCount === 0 && <p className={text.muted}>Nobody has a name with “{search}”.</p>}
      <Lines label="Found">
        {nodes.map((principal) => (
          <Line key={principal.id} main={<PrincipalName principal={principal} />}>
            <Button
              isSmall
              label={`Choose ${principal.name}`}
              onPress={() => {
                onChoose(principal);
              }}
            >
              Choose
            </Button>
          </Line>
        ))}
      </Lines>
      {totalCount !== undefined && totalCount > nodes.length && (
        <p className={text.muted}>{countOf(totalCount - nodes.length, 'more', 'more')}: type a part of the name.</p>
      )}
    </div>
  );
}

export function PrincipalName({ principal }: { principal: { name: string; type: PrincipalType } }) {
  return (
    <span className={layout.row}>
      <Icon name={typeIcons[principal.type]} isSmall />
      <span className={text.cut} title={principal.name}>
        {principal.name}
      </span>
      <span className={`${text.muted ?? ''} ${text.nowrap ?? ''}`}>{typeWords[principal.type]}</span>
    </span>
  );
}

/** The spec of the open resource: as a tree, or as JSON, which can be edited unless it is a reference. */
import { useState } from 'react';
import type { OpenResourceFragment } from '../api/operations.generated.js';
import { Badge } from '../design/badge.js';
import { Button } from '../design/button.js';
import drawer from '../design/drawer.module.css';
import { SearchField, Segments } from '../design/field.js';
import { countOf } from '../design/format.js';
import { JsonField, jsonTextOf } from '../design/jsonField.js';
import { Note } from '../design/states.js';
import { useToast } from '../design/toasts.js';
import layout from '../design/layout.module.css';
import { useWhyNot } from '../shell/rights.js';
import type { Draft } from './specDraft.js';
import { SpecTree } from './specTree.js';

export type SpecLook = 'tree' | 'json';

interface SpecTabProps {
  resource: OpenResourceFragment;
  draft: Draft;
  look: SpecLook;
  onLook: (look: SpecLook) => void;
  targets: ReadonlyMap<string, string>;
  onFollow: (id: string) => void;
}

export function SpecTab({ resource, draft, look, onLook, targets, onFollow }: SpecTabProps) {
  const [find, setFind] = useState('');
  const show = useToast();
  const isReference = resource.mode === 'REFERENCE';
  const whyNot = useWhyNot('EDITOR');
  // What was typed before the connection was lost is kept.
  const isFixed = isReference || (whyNot !== undefined && !draft.isChanged);
  const { text, faults } = draft;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    show({ tone: 'neutral', icon: 'copy', title: 'Copied as JSON' });
  };
  return (
    <>
      <div className={drawer.tools}>
        <Segments
          label="Show the spec as"
          value={look}
          options={[
            { value: 'tree', text: 'Tree' },
            { value: 'json', text: 'JSON' },
          ]}
          onChange={onLook}
        />
        {look === 'tree' ? (
          <div className={layout.grow}>
            <SearchField isWide isSmall label="Find in the spec" value={find} onChange={setFind} />
          </div>
        ) : (
          <span className={layout.grow}>
            {faults.length > 0 && (
              <Badge tone="blocked" icon="block">
                {countOf(faults.length, 'fault')}
              </Badge>
            )}
          </span>
        )}
        {look === 'json' && !isFixed && (
          <Button isSmall onPress={draft.format}>
            Format
          </Button>
        )}
        <Button isSmall icon="copy" onPress={() => void copy()}>
          Copy JSON
        </Button>
      </div>
      {look === 'tree' ? (
        <SpecTree key={resource.id} {...{ spec: resource.spec, find, targets, onFollow }} />
      ) : (
        <JsonField
          label="Spec as JSON"
          value={isFixed ? jsonTextOf(resource.spec) : text}
          faults={faults}
          {...(!isFixed && { onChange: draft.change })}
        />
      )}
      {!isReference && isFixed && look === 'json' && (
        <div className={drawer.body}>
          <Note icon="lock">{whyNot}</Note>
        </div>
      )}
      {isReference && (
        <div className={drawer.body}>
          <Note icon="lock">
            {resource.origin?.project?.key ?? 'Another project'} owns it, so it can’t be edited here. Change it there
            and import it again, or detach it to own a copy.
          </Note>
        </div>
      )}
    </>
  );
}

import { Handle, Position, type NodeProps, type Node } from '@xyflow/react';
import { formatCount } from '../design/format.js';
import { Icon } from '../design/icon.js';
import text from '../design/text.module.css';
import tones from '../design/tone.module.css';
import { shapeOf } from '../resources/kindShape.js';
import type { Box } from './graphModel.js';
import styles from './graph.module.css';

export type BoxNode = Node<{ box: Box; isOnPath: boolean }, 'box'>;

/** A resource, a kind with all of its resources, or what is missing. */
export function GraphBox({ data: { box, isOnPath } }: NodeProps<BoxNode>) {
  const isReference =
    box.type === 'resource' ? box.resource.mode === 'REFERENCE' : box.type === 'item' && box.isReference;
  const isInCycle = (box.type === 'resource' || box.type === 'item') && box.isInCycle;
  const names = [styles.box, isOnPath && styles.onPath, ...lookOfBox(box)];
  return (
    <div className={names.filter(Boolean).join(' ')}>
      <Handle type="target" position={Position.Left} className={styles.port ?? ''} isConnectable={false} />
      <Words box={box} />
      {isReference && <Icon name="link" isSmall />}
      {isInCycle && <Icon name="sync" isSmall />}
      <Handle type="source" position={Position.Right} className={styles.port ?? ''} isConnectable={false} />
    </div>
  );
}

/** The classes of what a box stands for. */
function lookOfBox(box: Box): readonly (string | false | undefined)[] {
  switch (box.type) {
    case 'resource': {
      const { resource, isRoot, isInCycle, isLeft } = box;
      return [
        isLeft && styles.missing,
        resource.mode === 'REFERENCE' && tones.reference,
        isRoot && styles.root,
        isInCycle && tones.collision,
      ];
    }
    case 'item':
      return [tones[box.action.tone], styles.item, box.action.isDashed && styles.missing];
    case 'missing':
      return [styles.missing, tones[box.tone]];
    case 'kind':
      return [styles.kind, box.tone && tones[box.tone]];
    case 'onBranch':
      return [styles.kind];
  }
}

function Words({ box }: { box: Box }) {
  if (box.type === 'missing')
    return (
      <>
        <Icon name={box.tone === 'blocked' ? 'block' : 'warn'} isSmall />
        <TwoLines first={box.name} second="missing on this branch" isMono />
      </>
    );
  if (box.type === 'item')
    return (
      <>
        <Icon name={shapeOf(box.kind.name)} />
        <TwoLines first={box.name} second={`${box.action.title}, ${box.kind.title}`} isMono />
        <Icon name={box.action.icon} isSmall />
      </>
    );
  if (box.type === 'onBranch')
    return (
      <>
        <Icon name={shapeOf(box.kind.name)} />
        <TwoLines first={box.kind.pluralTitle} second="on the branch" />
      </>
    );
  const { kind } = box.type === 'kind' ? box : box.resource;
  return (
    <>
      <Icon name={shapeOf(kind.name)} />
      {box.type === 'kind' ? (
        <TwoLines first={`${formatCount(box.count)} ${kind.pluralTitle}`} second={box.about ?? 'press to open'} />
      ) : (
        <TwoLines
          first={box.resource.name}
          second={box.isLeft === true ? `${kind.title}, not in the file` : kind.title}
          isMono
        />
      )}
    </>
  );
}

function TwoLines({ first, second, isMono = false }: { first: string; second: string; isMono?: boolean }) {
  return (
    <span className={styles.words} title={first}>
      <span className={`${text.cut ?? ''} ${isMono ? (text.name ?? '') : ''}`}>{first}</span>
      <span className={`${text.cut ?? ''} ${text.small ?? ''} ${text.muted ?? ''}`}>{second}</span>
    </span>
  );
}

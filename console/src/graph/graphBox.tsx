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
  const isReference = box.type === 'resource' && box.resource.mode === 'REFERENCE';
  const names = [
    styles.box,
    isOnPath && styles.onPath,
    isReference && tones.reference,
    box.type === 'missing' && `${styles.missing ?? ''} ${tones.blocked ?? ''}`,
    box.type === 'kind' && styles.kind,
    box.type === 'resource' && box.isRoot && styles.root,
    box.type === 'resource' && box.isInCycle && tones.collision,
  ];
  return (
    <div className={names.filter(Boolean).join(' ')}>
      <Handle type="target" position={Position.Left} className={styles.port ?? ''} isConnectable={false} />
      <Words box={box} />
      {isReference && <Icon name="link" isSmall />}
      {box.type === 'resource' && box.isInCycle && <Icon name="sync" isSmall />}
      <Handle type="source" position={Position.Right} className={styles.port ?? ''} isConnectable={false} />
    </div>
  );
}

function Words({ box }: { box: Box }) {
  if (box.type === 'missing')
    return (
      <>
        <Icon name="block" isSmall />
        <TwoLines first={box.name} second="missing on this branch" isMono />
      </>
    );
  const { kind } = box.type === 'kind' ? box : box.resource;
  return (
    <>
      <Icon name={shapeOf(kind.name)} />
      {box.type === 'kind' ? (
        <TwoLines first={`${formatCount(box.count)} ${kind.pluralTitle}`} second="press to open" />
      ) : (
        <TwoLines first={box.resource.name} second={kind.title} isMono />
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

/** Why something comes along: told in a sentence, and drawn as the way from the selection. */
import { Fragment } from 'react';
import { ReasonPlacesDocument, type ExportCompanionFragment } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { Button } from '../design/button.js';
import { Icon } from '../design/icon.js';
import { EmptyState } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { useBranch } from '../shell/branch.js';
import { placeText, shapeOf } from '../resources/kindShape.js';
import styles from './exporting.module.css';

interface WhyColumnProps {
  /** What a person asked about. */
  item: ExportCompanionFragment | undefined;
  /** Whether anything comes along that could be asked about. */
  hasSome: boolean;
  onClear: () => void;
  onPicture: () => void;
}

export function WhyColumn({ item, hasSome, ...rest }: WhyColumnProps) {
  if (item) return <Reason item={item} {...rest} />;
  return (
    <section className={styles.column} aria-label="Why something is included">
      {hasSome && (
        <EmptyState title="Why something is included">
          <p className={text.muted}>Press a name to see the way that leads to it from the selection.</p>
          <Button icon="graph" onPress={rest.onPicture}>
            All of it as a picture
          </Button>
        </EmptyState>
      )}
    </section>
  );
}

interface ReasonProps extends Pick<WhyColumnProps, 'onClear' | 'onPicture'> {
  item: ExportCompanionFragment;
}

function Reason({ item: { resource, reason }, onClear, onPicture }: ReasonProps) {
  const branch = useBranch();
  const { data } = useQuery(ReasonPlacesDocument, { branchId: branch.id, rootIds: reason.map(({ id }) => id) });
  const graph = data?.dependencyGraph;
  const nodes = new Map(graph?.nodes.map((node) => [node.id, node]));
  const way = [...reason, resource];
  const steps = way.map(({ id, name }, index) => {
    const before = way[index - 1]?.id;
    const edge = graph?.edges.find(({ sourceId, targetId }) => sourceId === before && targetId === id);
    const kind = id === resource.id ? resource.kind : nodes.get(id)?.kind;
    return { id, name, kind, at: edge?.at };
  });
  return (
    <section className={styles.column} aria-label={`Why ${resource.name} is included`}>
      <div className={styles.columnHead}>
        <h2 className={layout.grow}>
          Why <span className={text.mono}>{resource.name}</span> is included
        </h2>
        <Button look="quiet" isSmall onPress={onClear}>
          Clear
        </Button>
      </div>
      <div className={layout.scroll} tabIndex={0} role="region" aria-label="The way">
        <p className={styles.sentence}>
          {steps.map(({ id, name, at }, index) => (
            <Fragment key={id}>
              {index > 0 && (index === 1 ? ' ' : ', which ')}
              {index > 0 && (at === '' ? 'contains or belongs to ' : 'names ')}
              <span className={text.mono}>{name}</span>
              {at !== undefined && at !== '' && (
                <>
                  {' at '}
                  <span className={text.mono}>{placeText(at)}</span>
                </>
              )}
            </Fragment>
          ))}
          .
        </p>
        <ol className={styles.way} aria-label="The way from the selection">
          {steps.map(({ id, name, kind, at }, index) => (
            <li key={id}>
              {index > 0 && (
                <span className={styles.edge}>
                  <span className={`${text.mono ?? ''} ${text.muted ?? ''}`}>
                    {at === undefined || at === '' ? '' : placeText(at)}
                  </span>
                </span>
              )}
              <span className={styles.node} data-end={index === 0 || index === steps.length - 1 ? '' : undefined}>
                <Icon name={shapeOf(kind?.name)} />
                <span>
                  <span className={text.name}>{name}</span>
                  <span className={`${text.small ?? ''} ${text.muted ?? ''}`}>
                    {kind?.title}
                    {index === 0 && ', selected'}
                  </span>
                </span>
              </span>
            </li>
          ))}
        </ol>
        <p className={layout.padded}>
          <Button isSmall icon="graph" onPress={onPicture}>
            As a picture
          </Button>
        </p>
      </div>
    </section>
  );
}

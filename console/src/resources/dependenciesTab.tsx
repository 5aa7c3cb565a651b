/** What the open resource needs, and what needs it, each with its places. */
import { useState, type ReactNode } from 'react';
import {
  ResourceNeededByDocument,
  ResourceNeedsDocument,
  type OpenResourceFragment,
} from '../api/operations.generated.js';
import { usePages, type Pages } from '../api/usePages.js';
import { Button, ButtonLink, TextButton } from '../design/button.js';
import { DrawerGroup } from '../design/drawer.js';
import drawer from '../design/drawer.module.css';
import { SearchField } from '../design/field.js';
import { capitalized, formatCount } from '../design/format.js';
import { Icon } from '../design/icon.js';
import { ErrorState, SkeletonRows } from '../design/states.js';
import layout from '../design/layout.module.css';
import text from '../design/text.module.css';
import { placeText, shapeOf } from './kindShape.js';
import { NeedMark } from './needMark.js';

export function useNeeds(id: string, isPaused = false) {
  return usePages(ResourceNeedsDocument, {
    variables: { id },
    pageIn: ({ resource }) => resource?.dependencies,
    pageSize: 200,
    isPaused,
  });
}

export type Needs = ReturnType<typeof useNeeds>;

export function useNeededBy(id: string) {
  return usePages(ResourceNeededByDocument, {
    variables: { id },
    pageIn: ({ resource }) => resource?.dependents,
    pageSize: 200,
  });
}

/** A resource, or what is missing, with all places that name it. */
interface Neighbour {
  key: string;
  id: string | undefined;
  name: string;
  kindName: string | undefined;
  kindTitle: string;
  mark: ReactNode;
  places: string[];
  /** Whether it is no resource of a project. */
  isElsewhere: boolean;
}

function collected<Node>(nodes: readonly Node[], read: (node: Node) => Neighbour & { at: string }): Neighbour[] {
  const byKey = new Map<string, Neighbour>();
  for (const node of nodes) {
    const { at, ...neighbour } = read(node);
    const known = byKey.get(neighbour.key) ?? neighbour;
    known.places.push(at === '' ? 'contains it' : placeText(at));
    byKey.set(neighbour.key, known);
  }
  return [...byKey.values()];
}

interface DependenciesTabProps {
  resource: Pick<OpenResourceFragment, 'id' | 'dependencyCount' | 'dependentCount'>;
  needs: Needs;
  graphPath: string;
  onFollow: (id: string) => void;
}

export function DependenciesTab({ resource, needs, graphPath, onFollow }: DependenciesTabProps) {
  const { id } = resource;
  const [find, setFind] = useState('');
  const neededBy = useNeededBy(id);
  const wanted = find.toLowerCase();
  const isShown = ({ name, places }: Neighbour) =>
    wanted === '' || [name, ...places].some((words) => words.toLowerCase().includes(wanted));
  const targets = collected(needs.nodes, ({ at, target, targetName, targetKinds, isResolved, ...need }) => ({
    ...{ at, key: target?.id ?? `${targetKinds.join()} ${targetName}`, id: target?.id, name: targetName, places: [] },
    kindName: target?.kind.name ?? targetKinds[0],
    kindTitle: target?.kind.title ?? '',
    isElsewhere: need.isExternal,
    mark: <NeedMark {...need} isPresent={isResolved} />,
  }));
  const sources = collected(neededBy.nodes, ({ at, source, requirement }) => ({
    ...{ at, key: source.id, id: source.id, name: source.name, places: [], isElsewhere: false },
    ...{ kindName: source.kind.name, kindTitle: source.kind.title },
    mark: (
      <NeedMark requirement={requirement} isPresent isBuiltIn={false} isExternal={false} severityIfMissing={null} />
    ),
  }));
  const elsewhere = targets.filter(({ isElsewhere }) => isElsewhere);
  // What a search finds is counted as far as it is loaded.
  const countIf = (total: number) => (find === '' ? total : undefined);
  return (
    <>
      <div className={drawer.tools}>
        <div className={layout.grow}>
          <SearchField
            isWide
            isSmall
            label="Find a dependency"
            placeholder="Find a name or a place"
            value={find}
            onChange={setFind}
          />
        </div>
        <ButtonLink to={graphPath} isSmall search={{ root: id } as never} icon="graph">
          Graph
        </ButtonLink>
      </div>
      <div className={layout.scroll}>
        <Group
          title="Needs"
          none="It needs nothing."
          pages={needs}
          count={countIf(resource.dependencyCount)}
          items={targets.filter((one) => !one.isElsewhere && isShown(one))}
          onFollow={onFollow}
        />
        {elsewhere.length > 0 && (
          <>
            <DrawerGroup title="Needs, and no project has to bring it" note={formatCount(elsewhere.length)} />
            <ul className={drawer.items} aria-label="Built in or elsewhere">
              {elsewhere.filter(isShown).map((item) => (
                <NeighbourRow key={item.key} item={item} onFollow={onFollow} />
              ))}
            </ul>
          </>
        )}
        <Group
          title="Needed by"
          none="Nothing needs it."
          pages={neededBy}
          count={countIf(resource.dependentCount)}
          items={sources.filter(isShown)}
          onFollow={onFollow}
        />
      </div>
    </>
  );
}

interface GroupProps {
  title: string;
  none: string;
  pages: Pages<unknown>;
  /** How many there are, loaded or not. */
  count: number | undefined;
  items: readonly Neighbour[];
  onFollow: (id: string) => void;
}

function Group({ title, none, pages, count, items, onFollow }: GroupProps) {
  const { error, totalCount, nodes, hasMore, loadMore, refresh } = pages;
  return (
    <>
      <DrawerGroup title={title} note={totalCount !== undefined && formatCount(count ?? items.length)} />
      {error && <ErrorState error={error} onRetry={refresh} />}
      {totalCount === undefined && !error && <SkeletonRows count={3} />}
      {totalCount !== undefined && items.length === 0 && (
        <p className={`${drawer.body ?? ''} ${text.muted ?? ''}`}>{count === 0 ? none : 'Nothing matches.'}</p>
      )}
      <ul className={drawer.items} aria-label={title}>
        {items.map((item) => (
          <NeighbourRow key={item.key} item={item} onFollow={onFollow} />
        ))}
      </ul>
      {hasMore && (
        <div className={drawer.body}>
          <Button onPress={loadMore}>
            Show more: {formatCount(nodes.length)} of {formatCount(totalCount ?? 0)} places shown
          </Button>
        </div>
      )}
    </>
  );
}

function NeighbourRow({ item, onFollow }: { item: Neighbour; onFollow: (id: string) => void }) {
  const { id, name, kindName, kindTitle, mark, places } = item;
  const [first = '', ...others] = places;
  return (
    <li>
      <Icon name={shapeOf(kindName)} />
      <span className={layout.row}>
        <span className={`${text.name ?? ''} ${text.cut ?? ''}`}>
          {id === undefined ? (
            name
          ) : (
            <TextButton
              onPress={() => {
                onFollow(id);
              }}
            >
              {name}
            </TextButton>
          )}
        </span>
        <span className={text.muted}>{kindTitle}</span>
      </span>
      {mark}
      <span className={drawer.line} title={places.map(capitalized).join('\n')}>
        <span className={text.cut}>{first}</span>
        {others.length > 0 && <span>and {formatCount(others.length)} more</span>}
      </span>
    </li>
  );
}

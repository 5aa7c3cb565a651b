import { ToneIcon } from '../design/badge.js';
import { capitalized } from '../design/format.js';
import { Tabs, type Tab } from '../design/tabs.js';
import { usePlanScreen } from './planContext.js';
import type { ShownPlan } from './usePlan.js';

const allKinds = 'all';
export const itemsPanelId = 'plan-items';

interface KindTabsProps {
  selected: string | undefined;
  onSelect: (kind: string | undefined) => void;
}

export function KindTabs({ selected, onSelect }: KindTabsProps) {
  const { plan } = usePlanScreen();
  return (
    <Tabs
      label="Kinds"
      tabs={tabsOf(plan)}
      selected={selected ?? allKinds}
      panelId={itemsPanelId}
      onSelect={(id) => onSelect(id === allKinds ? undefined : id)}
    />
  );
}

function tabsOf({ counts, kindCounts }: ShownPlan): Tab<string>[] {
  const sorted = [...kindCounts].sort((a, b) => a.kind.pack.localeCompare(b.kind.pack));
  return [
    { id: allKinds, title: 'All kinds', count: counts.total },
    ...sorted.map(({ kind, counts: { total, blocked, collision } }, index) => ({
      id: kind.name,
      title: capitalized(kind.pluralTitle),
      count: total,
      mark:
        blocked > 0 ? (
          <ToneIcon tone="blocked" name="block" />
        ) : collision > 0 ? (
          <ToneIcon tone="collision" name="warn" />
        ) : undefined,
      isFirstOfGroup: kind.pack !== sorted[index - 1]?.kind.pack,
    })),
  ];
}

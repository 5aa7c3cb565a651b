import type { Requirement } from '../api/operations.generated.js';
import { Badge } from '../design/badge.js';
import { badgeTone, type Severity } from '../design/severity.js';
import text from '../design/text.module.css';

interface Need {
  requirement: Requirement;
  /** Whether the branch has it, or every project does. */
  isPresent: boolean;
  isBuiltIn: boolean;
  isExternal: boolean;
  severityIfMissing: Severity | null;
}

const requirementWords: Readonly<Record<Requirement, { word: string; meaning: string }>> = {
  INCLUDED: { word: 'Comes along', meaning: 'An export takes it along.' },
  REQUIRED: { word: 'Required', meaning: 'An export leaves it: it must be there where the file is imported.' },
  ADVISED: { word: 'Advised', meaning: 'An export leaves it: where it is not there, the import warns.' },
};

/** How something is needed, or that it is missing: everywhere by the same words and hues. */
export function NeedMark({ requirement, isPresent, isBuiltIn, isExternal, severityIfMissing }: Need) {
  if (!isPresent && !isExternal) return <MissingBadge severity={severityIfMissing} />;
  const { word, meaning } = isBuiltIn
    ? { word: 'Built in', meaning: 'Every project has it.' }
    : isExternal
      ? { word: 'Elsewhere', meaning: 'Every installation has it, or it is deployed by other means.' }
      : requirementWords[requirement];
  return (
    <span className={`${text.small ?? ''} ${text.muted ?? ''}`} title={meaning}>
      {word}
    </span>
  );
}

/** Something is named and not there: red where an import would be blocked, amber where it warns. */
export function MissingBadge({ severity }: { severity: Severity | null }) {
  if (severity === null) return <Badge tone="neutral">Missing</Badge>;
  return (
    <Badge tone={badgeTone(severity)} icon={severity === 'ERROR' ? 'block' : 'warn'}>
      Missing
    </Badge>
  );
}

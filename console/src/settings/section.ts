import type { ProjectSettingsQuery } from '../api/operations.generated.js';

export type SettingsProject = NonNullable<ProjectSettingsQuery['project']>;

export interface SectionProps {
  project: SettingsProject;
  /** Why nothing can be changed now, or by this person. */
  whyNot: string | undefined;
  onChanged: () => void;
}

export interface Place {
  projectKey: string;
  branchName: string;
}

/** The address of a screen of a branch, such as `tasks`; without one, of its resources. */
export function branchPath({ projectKey, branchName }: Place, screen?: string): string {
  const path = `/p/${encodeURIComponent(projectKey)}/${encodeURIComponent(branchName)}`;
  return screen === undefined ? path : `${path}/${screen}`;
}

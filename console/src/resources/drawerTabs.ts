export type DrawerTab = 'spec' | 'dependencies' | 'history' | 'readers';

export const drawerTabs: ReadonlySet<unknown> = new Set<DrawerTab>(['spec', 'dependencies', 'history', 'readers']);

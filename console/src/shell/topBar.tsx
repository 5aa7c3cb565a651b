import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button as AriaButton, MenuTrigger, Popover, Menu as AriaMenu } from 'react-aria-components';
import { ProjectChoicesDocument } from '../api/operations.generated.js';
import { useQuery } from '../api/requests.js';
import { Button } from '../design/button.js';
import { Icon } from '../design/icon.js';
import { Menu, MenuGroup, MenuItem } from '../design/menu.js';
import { chosenTheme, chooseTheme } from '../design/theme.js';
import overlay from '../design/overlay.module.css';
import text from '../design/text.module.css';
import { branchPath, type Place } from './branchPath.js';
import { useSession } from './session.js';
import { useShell } from './useShell.js';
import styles from './shell.module.css';

interface TopBarProps {
  place: Place | undefined;
  isMenuOpen: boolean;
  onMenu: () => void;
}

export function TopBar({ place, isMenuOpen, onMenu }: TopBarProps) {
  return (
    <header className={styles.top}>
      <span className={styles.menuButton}>
        <Button look="quiet" icon="bars" label="Menu" aria-expanded={isMenuOpen} onPress={onMenu} />
      </span>
      <Link to="/" className={styles.brand ?? ''}>
        Waybill
      </Link>
      {place && <Crumbs place={place} />}
      <span style={{ flex: 1 }} />
      <ThemeButton />
      <Account />
    </header>
  );
}

function Crumbs({ place }: { place: Place }) {
  const { data } = useShell(place);
  const branches = data?.project?.branches ?? [];
  return (
    <nav aria-label="Project and branch" style={{ display: 'flex', minWidth: 0, alignItems: 'center' }}>
      <MenuTrigger>
        <AriaButton className={styles.crumb ?? ''} aria-label={`Project ${place.projectKey}, choose another`}>
          <Icon name="folder" />
          <strong className={text.cut}>{place.projectKey}</strong>
          <Icon name="choose" isSmall />
        </AriaButton>
        <Popover className={overlay.popover ?? ''}>
          <ProjectMenu />
        </Popover>
      </MenuTrigger>
      <span className={text.faint} aria-hidden="true">
        /
      </span>
      <Menu
        label="Branches"
        button={
          <AriaButton className={styles.crumb ?? ''} aria-label={`Branch ${place.branchName}, choose another`}>
            <Icon name="branch" />
            <span className={text.cut}>{place.branchName}</span>
            <Icon name="choose" isSmall />
          </AriaButton>
        }
      >
        {branches.map(({ id, name }) => (
          <MenuItem key={id} icon="branch" href={branchPath({ ...place, branchName: name })}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </nav>
  );
}

function ProjectMenu() {
  const { data } = useQuery(ProjectChoicesDocument, { first: 50 });
  const projects = data?.projects.nodes ?? [];
  return (
    <AriaMenu className={overlay.menu ?? ''} aria-label="Projects">
      <MenuGroup title="Projects">
        {projects.map(({ key, defaultBranch }) => (
          <MenuItem key={key} icon="folder" href={branchPath({ projectKey: key, branchName: defaultBranch.name })}>
            {key}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup>
        <MenuItem icon="list" href="/">
          All projects
        </MenuItem>
      </MenuGroup>
    </AriaMenu>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState(chosenTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <Button
      look="quiet"
      icon={other === 'dark' ? 'moon' : 'sun'}
      label={`${other === 'dark' ? 'Dark' : 'Light'} theme`}
      onPress={() => {
        chooseTheme(other);
        setTheme(other);
      }}
    />
  );
}

function Account() {
  const { principal, signOut } = useSession();
  const navigate = useNavigate();
  const initials = principal.name
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => word[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    <Menu
      label="Account"
      button={
        <AriaButton className={styles.avatar ?? ''} aria-label={`Account of ${principal.name}, ${initials}`}>
          {initials}
        </AriaButton>
      }
    >
      <MenuGroup title={principal.isSuperuser ? `${principal.name}, superuser` : principal.name}>
        <MenuItem
          icon="key"
          onAction={() => {
            signOut();
            void navigate({ to: '/' });
          }}
        >
          Sign out
        </MenuItem>
      </MenuGroup>
    </Menu>
  );
}

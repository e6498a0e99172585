import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Label } from '../format/format.js';
import type { Action } from './may.js';

/** An entry of the menu. */
export interface NavEntry {
  label: Label;
  icon: LucideIcon;
  /** Place in the menu, small numbers first: 10 for the day, 20 clients, 30 applications, 40 cases, 50 institutions, 60 people and plans, 90 audit. */
  order: number;
  /** Whoever holds this action, or one of several, sees the entry: the one that the screen's first root field asks for. */
  action: Action | readonly Action[];
  /** Roles whose day starts here. */
  startsFor?: readonly string[];
}

/** A screen: its address, its code, loaded when it is opened, and its place in the menu, if it has one. */
export interface Screen {
  /** Pattern of react-router, e.g. `/clients/:id`. */
  path: string;
  load(): Promise<{ default: ComponentType }>;
  nav?: NavEntry;
}

/** What an audience's part of the portal is made of. */
export interface AudiencePart {
  screens: readonly Screen[];
  /** Name of the town, the region or the organisation, asked of the graph. */
  Place: ComponentType;
  /** What the person's day starts with, where no screen says so for their role. */
  Home: ComponentType;
  /** Opened by "/" and Ctrl+K; absent where there is nothing to search. */
  Search?: ComponentType<{ open: boolean; onClose(): void }>;
  /** Who may use the search. */
  searchAction?: Action;
}

import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './layout.module.css';

/** One tab. */
export interface TabEntry {
  id: string;
  label: ReactNode;
  content: ReactNode;
}

/** Parts of a screen of which one is seen; arrows go from one to the next. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
}: {
  label: string;
  tabs: readonly TabEntry[];
  value?: string;
  onChange?(id: string): void;
}) {
  return (
    <AriaTabs className={styles.tabs} selectedKey={value} onSelectionChange={(key) => onChange?.(String(key))}>
      <TabList className={styles.tabList} aria-label={label}>
        {tabs.map(({ id, label: text }) => (
          <Tab key={id} id={id} className={styles.tab}>
            {text}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

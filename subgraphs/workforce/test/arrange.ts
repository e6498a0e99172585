import { newId } from '@atbalsts/database';
import type { TestSubgraph } from '@atbalsts/testing';

/** Puts rows into the workforce's tables, past every service; each gives the id of what it made. */
export function arranger(town: TestSubgraph, municipality: string) {
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const whole: Record<string, unknown> = { id: newId(), municipality, ...row };
    const names = Object.keys(whole);
    await town.sql(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(whole),
    );
    return String(whole.id);
  };
  let units = 0;
  return {
    unit: (label: string, parentId: string | null = null) =>
      insert('unit', { label_lv: label, label_en: `${label} EN`, parent_id: parentId, position: units++ }),
    employee: async (name: string, kind = 'SOCIAL_WORKER', from = '2020-01-01', until: string | null = null) => {
      const id = await insert('employee', { name });
      await insert('employment', { employee_id: id, kind, from_date: from, until_date: until });
      return id;
    },
    post: (unitId: string, hundredths = 100, from = '2020-01-01', until: string | null = null) =>
      insert('post', { unit_id: unitId, fte_hundredths: hundredths, from_date: from, until_date: until }),
    hold: (postId: string, employeeId: string, from = '2020-01-01', until: string | null = null) =>
      insert('post_assignment', { post_id: postId, employee_id: employeeId, from_date: from, until_date: until }),
    training: (employeeId: string, on: string, hundredths: number) =>
      insert('training_record', { employee_id: employeeId, on_date: on, topic: 'Tēma', hours_hundredths: hundredths }),
    supervision: (employeeId: string, on: string, form: string, hundredths: number) =>
      insert('supervision_record', { employee_id: employeeId, on_date: on, form, hours_hundredths: hundredths }),
    insert,
  };
}

import { Welcome } from '../../shell/welcome.js';
import { staffScreens } from '../screens.js';

/** The first page of staff whose role has no screen of the day. */
export default function Home() {
  return <Welcome part={{ screens: staffScreens }} />;
}

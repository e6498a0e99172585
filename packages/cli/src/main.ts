import { Command } from 'commander';
import { program } from './program.js';
import { run } from './run.js';

await run(program(new Command()), process.argv);

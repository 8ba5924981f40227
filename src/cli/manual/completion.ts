/** Scripts that complete commands, options and their values in a shell. Names of files are left to the shell. */
import type { SHELLS } from '../../options/declared.ts';
import { type ShownCommand, type ShownOption, valuesOf } from './tree.ts';

type Shell = (typeof SHELLS)[number];

export const completionScript = (shell: Shell, commands: readonly ShownCommand[]): string => SCRIPTS[shell](commands);

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The words of a command line that lead from one command to the next, as patterns of `case`. */
const steps = (commands: readonly ShownCommand[]): string =>
  commands
    .filter(({ name }) => name !== '')
    .map(({ name }) => quoted(name.includes(' ') ? name : ` ${name}`))
    .join(' | ');

const namesOf = (options: readonly ShownOption[]): string[] => options.flatMap(({ names }) => names);

/** What may stand where no option does. */
const wordsOf = ({ commands, choices }: ShownCommand): string[] => [...commands.map(({ name }) => name), ...choices];

/**
 * By what stands before the word: the values of an option, then by command: its options, what may follow it. bash 3.2, which macOS has, knows
 * no `mapfile`, and reads nothing from `source <(…)`.
 */
function bash(commands: readonly ShownCommand[]): string {
  const values = commands
    .flatMap(valuesOf)
    .map(({ when, choices }) => `    ${quoted(when)}) words=${quoted(choices.join(' '))} ;;`);
  const options = commands.map(
    (each) => `      ${quoted(each.name)}) words=${quoted(namesOf(each.options).join(' '))} ;;`,
  );
  const others = commands.map((each) => `      ${quoted(each.name)}) words=${quoted(wordsOf(each).join(' '))} ;;`);
  return `# bash completion of gaige: eval "$(gaige completion bash)"
_gaige() {
  local current=\${COMP_WORDS[COMP_CWORD]} command='' words='' word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command \${COMP_WORDS[i]}" in
      ${steps(commands)}) command="\${command:+$command }\${COMP_WORDS[i]}" ;;
    esac
  done
  case "$command:\${COMP_WORDS[COMP_CWORD - 1]}" in
${values.join('\n')}
    *) case "$current" in
    -*) case "$command" in
${options.join('\n')}
    esac ;;
    *) case "$command" in
${others.join('\n')}
    esac ;;
    esac ;;
  esac
  COMPREPLY=()
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
}
complete -o default -F _gaige gaige
`;
}

const described = (name: string, description: string): string =>
  quoted(`${name.replaceAll(':', '\\:')}:${description}`);

function zsh(commands: readonly ShownCommand[]): string {
  const values = commands.flatMap(valuesOf).map(({ when, choices }) => {
    const action = choices.length === 0 ? '_files' : `compadd -- ${choices.map(quoted).join(' ')}`;
    return `    ${quoted(when)}) ${action}; return ;;`;
  });
  const options = commands.map(({ name, options: all }) => {
    const list = all.flatMap(({ names, description }) => names.map((each) => described(each, description)));
    return `      ${quoted(name)}) told=(${list.join(' ')}) ;;`;
  });
  const others = commands.map(({ name, commands: below, choices }) => {
    const list = [...below.map((each) => described(each.name, each.description)), ...choices.map(quoted)];
    return `      ${quoted(name)}) told=(${list.join(' ')}) ;;`;
  });
  return `#compdef gaige
# zsh completion of gaige: source <(gaige completion zsh), after compinit
_gaige() {
  local command='' i
  local -a told
  for ((i = 2; i < CURRENT; i++)); do
    case "$command \${words[i]}" in
      ${steps(commands)}) command="\${command:+$command }\${words[i]}" ;;
    esac
  done
  case "$command:\${words[CURRENT-1]}" in
${values.join('\n')}
  esac
  if [[ \${words[CURRENT]} == -* ]]; then
    case "$command" in
${options.join('\n')}
    esac
  else
    case "$command" in
${others.join('\n')}
    esac
  fi
  if ((\${#told})); then _describe gaige told; else _files; fi
}
compdef _gaige gaige
`;
}

function fish(commands: readonly ShownCommand[]): string {
  const lines = commands.flatMap(({ name, options, commands: below, choices }) => {
    const when = `-n ${fishQuoted(`__gaige_at ${fishQuoted(name)}`)}`;
    return [
      ...below.map(
        (each) => `complete -c gaige ${when} -f -a ${fishQuoted(each.name)} -d ${fishQuoted(each.description)}`,
      ),
      ...(choices.length > 0 ? [`complete -c gaige ${when} -f -a ${fishQuoted(choices.join(' '))}`] : []),
      ...options.map((option) => `complete -c gaige ${when} ${fishOption(option)}`),
    ];
  });
  const names = commands.filter(({ name }) => name !== '').map(({ name }) => fishQuoted(name));
  return `# fish completion of gaige: gaige completion fish | source
function __gaige_at
  set -l command ''
  for word in (commandline -opc)[2..-1]
    set -l next (string trim -- "$command $word")
    contains -- $next ${names.join(' ')}; and set command $next
  end
  test "$command" = "$argv[1]"
end
${lines.join('\n')}
`;
}

const fishQuoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function fishOption({ names, takesValue, choices, description }: ShownOption): string {
  const named = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ');
  const value = choices.length > 0 ? ` -x -a ${fishQuoted(choices.join(' '))}` : takesValue ? ' -r' : '';
  return `${named}${value} -d ${fishQuoted(description)}`;
}

const SCRIPTS: Record<Shell, (commands: readonly ShownCommand[]) => string> = { bash, zsh, fish };

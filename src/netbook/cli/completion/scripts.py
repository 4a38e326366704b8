"""The scripts that connect the Tab key of bash, zsh and fish to netbook, and their installation.

Each starts netbook once a Tab. What comes back is never run or expanded by the shell.
"""

from __future__ import annotations

from pathlib import Path

from netbook.errors.forms import NotInstalled, UnknownShell

BASH = r"""
_netbook_completion() {
    local line="${COMP_LINE:0:COMP_POINT}" word
    [[ -n $line ]] || line="${COMP_WORDS[*]:0:COMP_CWORD+1}"
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(env COMP_WORDS="$line" COMP_CWORD=-1 COMP_WORD="${2-${COMP_WORDS[COMP_CWORD]}}" \
        _NETBOOK_COMPLETE=complete_bash netbook 2>/dev/null)
    case "${#COMPREPLY[@]}${COMPREPLY[0]-}" in
        $'1\tfiles') COMPREPLY=(); compopt -o default 2>/dev/null ;;
        1*:) compopt -o nospace 2>/dev/null ;;
    esac
    # menu-complete walks through the words; the empty one is for lists.
    [[ ${COMP_TYPE-} != 37 || -n ${COMPREPLY[0]-} ]] || COMPREPLY=("${COMPREPLY[@]:1}")
}
complete -o nosort -F _netbook_completion netbook 2>/dev/null || complete -F _netbook_completion netbook
"""

ZSH = r"""
#compdef netbook

_netbook() {
    local answer line word
    local -a lines offers
    answer=$(env _TYPER_COMPLETE_ARGS="${words[1,CURRENT-1]} $QIPREFIX$PREFIX" \
        _NETBOOK_COMPLETE=complete_zsh netbook 2>/dev/null)
    [[ -n $answer ]] || return 1
    if [[ $answer == $'\tfiles' ]]; then
        [[ $PREFIX == -*=* ]] && compset -P '*='
        _files
        return
    fi
    lines=("${(@f)answer}")
    if [[ -z $lines[1] ]]; then
        shift lines
        # List them first; a second Tab may walk through them.
        [[ $compstate[insert] == *unambiguous ]] && compstate[insert]= compstate[list]='list force'
    fi
    for line in "${(@)lines}"; do
        word=${${${line%%$'\t'*}//\\/\\\\}//:/\\:}
        [[ $line == *$'\t'* ]] && word+=:${line#*$'\t'}
        offers+=("$word")
    done
    word=${lines[1]%%$'\t'*}
    if (( $#lines == 1 )) && [[ $word == *: ]]; then
        compadd -U -S '' -- $word
    else
        _describe -V netbook offers -U
    fi
}

# Run as the function's own body where zsh found this file by its name; elsewhere it only says what it is for.
if [[ $funcstack[1] == _netbook ]]; then
    _netbook "$@"
else
    compdef _netbook netbook
fi
"""

FISH = r"""
function __netbook_complete
    set -l offers (env _TYPER_COMPLETE_ARGS=(commandline -cp | string collect) \
        _NETBOOK_COMPLETE=complete_fish netbook 2>/dev/null)
    if test "$offers" = \tfiles
        set -l token (commandline -ct)
        set -l option (string match -r -- '^-[^=]*=' $token)
        for path in (__fish_complete_path (string replace -- "$option" "" "$token"))
            printf '%s\n' "$option$path"
        end
    else
        string join -- \n $offers
    end
end
complete --command netbook --no-files --arguments '(__netbook_complete)'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def shell_in_use() -> str:
    """The name of the shell that started netbook, empty where it cannot be told."""
    from typer._completion_shared import _get_shell_name

    return _get_shell_name() or ""


def script(shell: str) -> str:
    """What connects a shell to netbook; raises UnknownShell."""
    if shell not in SCRIPTS:
        raise UnknownShell(list(SCRIPTS))
    return SCRIPTS[shell].lstrip()


MENU = "zstyle ':completion:*' menu select"


def install(shell: str) -> Path:
    """Put the script where Typer has the shell look for it, and give its path.

    Raises UnknownShell; NotInstalled where a file cannot be written.
    """
    from typer import _completion_shared as typers

    # Typer fills its own names in with "%".
    typers._completion_scripts[shell] = script(shell).replace("%", "%%")
    settings = Path.home() / ".zshrc"
    try:
        before = settings.read_text(encoding="utf-8") if settings.exists() else ""
        _, path = typers.install(shell=shell, prog_name="netbook")
        if shell == "zsh" and MENU not in before:
            # Typer sets how zsh completes everything else, too.
            after = settings.read_text(encoding="utf-8")
            settings.write_text(after.replace(f"{MENU}\n", "").replace(MENU, ""), encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise NotInstalled(
            shell, getattr(error, "strerror", None) or "a file there is no UTF-8 text"
        ) from error
    return path

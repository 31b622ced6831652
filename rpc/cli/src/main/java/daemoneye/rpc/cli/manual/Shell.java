package daemoneye.rpc.cli.manual;

import picocli.AutoComplete;
import picocli.CommandLine;

import java.util.Locale;

/// A shell that can complete our commands.
public enum Shell {
    BASH("bash-completion/completions/daemoneye") {
        @Override
        public String completion(CommandLine root) {
            return AutoComplete.bash(root.getCommandName(), root);
        }
    },
    ZSH("zsh/site-functions/_daemoneye") {
        @Override
        public String completion(CommandLine root) {
            return ZshCompletion.of(root);
        }
    },
    FISH("fish/vendor_completions.d/daemoneye.fish") {
        @Override
        public String completion(CommandLine root) {
            return FishCompletion.of(root);
        }
    };

    private final String place;

    Shell(String place) {
        this.place = place;
    }

    /// A script for this shell.
    ///
    /// @param root with all its subcommands
    public abstract String completion(CommandLine root);

    /// Where the shell looks for it, below `share`.
    String place() {
        return place;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

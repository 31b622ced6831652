package daemoneye.rpc.cli.manual;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Manual pages and completion as files, in the places below `share` where systems look for them.
///
/// ```
/// share/man/man1/daemoneye.1, daemoneye-config-apply.1 …
/// share/bash-completion/completions/daemoneye
/// share/zsh/site-functions/_daemoneye
/// share/fish/vendor_completions.d/daemoneye.fish
/// ```
public final class ManualFiles {
    private final CommandLine root;
    private final Path share;

    /// @param root with all its subcommands
    /// @param share made if it is missing
    public ManualFiles(CommandLine root, Path share) {
        this.root = root;
        this.share = share;
    }

    /// Writes them all; files of before are overwritten.
    public void write() throws IOException {
        page(root);
        for (var shell : Shell.values()) {
            write(share.resolve(shell.place()), shell.completion(root));
        }
    }

    private void page(CommandLine command) throws IOException {
        var name = ManPage.name(command.getCommandSpec()) + ".1";
        write(share.resolve("man/man1").resolve(name), ManPage.of(command));
        for (var below : command.getSubcommands().values()) {
            page(below);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

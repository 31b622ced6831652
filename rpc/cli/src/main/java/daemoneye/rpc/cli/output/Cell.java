package daemoneye.rpc.cli.output;

/// One field of a table.
public record Cell(String text, Style style) {
    public static Cell of(String text) {
        return new Cell(text, Style.PLAIN);
    }
}

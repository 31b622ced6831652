package daemoneye.app.controls;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The icons of the console by what they stand for. In FXML write their literal, for example
/// `<FontIcon iconLiteral="mdoal-dashboard"/>`. Size and colour come from the style sheet.
public enum ConsoleIcon {
    FLEET(Material2OutlinedAL.DASHBOARD),
    CALLS(Material2OutlinedMZ.SWAP_HORIZ),
    ALERTS(Material2OutlinedAL.FLAG),
    AUDIT(Material2OutlinedAL.LIST_ALT),
    DEMO(Material2OutlinedMZ.PLAY_CIRCLE_OUTLINE),
    SETTINGS(Material2OutlinedMZ.SETTINGS),
    SEARCH(Material2OutlinedMZ.SEARCH),
    EMPTY(Material2OutlinedAL.INBOX),
    NO_LINK(Material2OutlinedAL.CLOUD_OFF),
    CLOSE(Material2OutlinedAL.CLOSE);

    private final String literal;

    ConsoleIcon(Ikon ikon) {
        literal = ikon.getDescription();
    }

    /// The name of the icon in FXML and style sheets.
    public String literal() {
        return literal;
    }

    /// A new node with this icon.
    public FontIcon node() {
        return new FontIcon(literal);
    }
}

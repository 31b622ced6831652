package daemoneye.app.dashboard;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.FleetSnapshot;

/// Why there may be no collector to show: only one that was asked and said so is a fact about the
/// fleet, the others are about us.
public enum Emptiness {
    /// The first try of the link is under way.
    CONNECTING("connecting", "mdal-hourglass_empty"),
    /// There has been no link yet.
    NO_LINK("nolink", "mdoal-cloud_off"),
    /// There is none, and nobody tries.
    CLOSED("closed", "mdoal-cloud_off"),
    /// There was none to see when the link was lost.
    LAST_KNOWN("lastknown", "mdoal-cloud_off"),
    /// The agents have been asked and have not answered yet.
    ASKING("loading", "mdal-hourglass_empty"),
    /// There is no agent.
    NO_AGENT("noagent", "mdal-inbox"),
    /// The agents look after none.
    NO_COLLECTOR("empty", "mdal-inbox");

    private final String key;
    private final String icon;

    Emptiness(String key, String icon) {
        this.key = key;
        this.icon = icon;
    }

    static Emptiness of(FleetSnapshot snapshot) {
        return switch (snapshot.link()) {
            case ConnectionState.Closed _ -> CLOSED;
            case ConnectionState.Reconnecting trying ->
                    snapshot.lastKnownAt().isPresent()
                            ? LAST_KNOWN
                            : trying.attempt() == 0 ? CONNECTING : NO_LINK;
            case ConnectionState.Connected _ -> {
                if (!snapshot.listed()) {
                    yield ASKING;
                }
                yield snapshot.agents().isEmpty() ? NO_AGENT : NO_COLLECTOR;
            }
        };
    }

    /// Of its words in the bundle.
    public String key() {
        return key;
    }

    /// By its Ikonli name.
    public String icon() {
        return icon;
    }
}

package daemoneye.app.frail;

import daemoneye.rpc.collector.CollectorKind;
import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Gatherer;
import daemoneye.rpc.collector.settings.LiveSettings;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;

/// A collector whose settings decide how it fares: well, ill (its health says so), or dying (its
/// process ends without a word, after it has taken the setting). For tests of what becomes of a
/// change that a real collector does not bear.
public final class FrailMonitor implements CollectorKind {
    private static final int LAST_LOOK = 3;

    @Override
    public CollectorType type() {
        return CollectorType.of("frail-monitor", "frail");
    }

    @Override
    public Gatherer gatherer(LiveSettings settings, Executor background) {
        if (settings.now().text("mood_at_start").equals("dying")) {
            Runtime.getRuntime().halt(9);
        }
        return new Frail(settings);
    }

    private static final class Frail implements Gatherer {
        private final LiveSettings settings;
        private int looks;

        Frail(LiveSettings settings) {
            this.settings = settings;
        }

        @Override
        public List<String> components() {
            return List.of("constitution");
        }

        @Override
        public void scan(Findings out, long nowNanos) {
            out.part("constitution", this::feel);
        }

        private String feel() throws IOException {
            return switch (settings.now().text("mood")) {
                case "ill" -> throw new IOException("it has the flu");
                case "dying" -> fade();
                default -> "Well";
            };
        }

        private String fade() {
            looks++;
            if (looks == LAST_LOOK) {
                Runtime.getRuntime().halt(9);
            }
            return "Fading";
        }
    }
}

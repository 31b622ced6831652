package daemoneye.app.controls;

import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.app.controls.mark.StateKind;

import java.util.List;

/// One row of the sample fleet, as the drawing of the console has it.
record SampleRow(
        StateKind state,
        String id,
        String note,
        String host,
        GaugeReading health,
        String cpu,
        String memory,
        String events,
        String beats,
        String last,
        String config) {
    static List<SampleRow> fleet() {
        return List.of(
                row("fsmond-web-01", "web-01", 98, "0.4 %", "52 MB", "12", "0.3 s", "v7"),
                row("netmond-web-01", "web-01", 97, "1.1 %", "58 MB", "340", "0.8 s", "v12"),
                row("procmond-web-02", "web-02", 61, "4.8 %", "71 MB", "157", "0.5 s", "v31")
                        .with(StateKind.DEGRADED, "", "ggggggggggggggdddddddd"),
                row("perfmond-web-02", "web-02", 99, "0.2 %", "49 MB", "4", "0.9 s", "v3")
                        .with(StateKind.HEALTHY, "", "ggggggggxggggggggggggg"),
                row("procmond-db-01", "db-01", -1, "–", "–", "–", "14 s", "v31")
                        .with(StateKind.UNRESPONSIVE, "probing 2/2", "ggggggggggggggxxxxxxxx"),
                row("netmond-db-01", "db-01", 95, "0.9 %", "61 MB", "122", "0.1 s", "v12")
                        .with(StateKind.HEALTHY, "", "ggggggggggglgggggsgggg"),
                row("fsmond-db-01", "db-01", 96, "0.5 %", "54 MB", "9", "0.6 s", "v7")
                        .with(StateKind.PAUSED, "paused 3 h", "ggggggggggoooogggggggg"),
                row("procmond-edge-7", "edge-7", 8, "–", "–", "–", "2 m", "v30")
                        .with(StateKind.FAILED, "quarantined", "ggggggguuuuxxxxxxxxxxx"),
                row("perfmond-edge-7", "edge-7", 94, "0.7 %", "50 MB", "6", "0.4 s", "v3"),
                row("procmond-app-11", "app-11", 97, "2.3 %", "45 MB", "157", "0.2 s", "v31")
                        .with(StateKind.STARTING, "", "gggg"),
                row("netmond-lab-03", "lab-03", -1, "–", "–", "–", "–", "–")
                        .with(StateKind.UNKNOWN, "never seen", ""));
    }

    private static SampleRow row(
            String id,
            String host,
            int health,
            String cpu,
            String memory,
            String events,
            String last,
            String config) {
        return new SampleRow(
                StateKind.HEALTHY,
                id,
                "",
                host,
                health < 0 ? GaugeReading.none() : GaugeReading.live(health),
                cpu,
                memory,
                events,
                "gggggggggggggggggggggg",
                last,
                config);
    }

    private SampleRow with(StateKind kind, String remark, String newBeats) {
        return new SampleRow(
                kind, id, remark, host, health, cpu, memory, events, newBeats, last, config);
    }
}

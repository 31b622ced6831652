package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.collector.cleanup.RunFile;
import daemoneye.rpc.collector.health.HealthReport;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.time.Ticker;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/// Writes what a life came to as `{id}.json`: who, why it ended, for how long it ran, and its last
/// figures. The file is there whole or not at all.
final class JsonRunFile implements RunFile {
    private final CollectorSpec spec;
    private final Path folder;
    private final HealthReport health;
    private final Ticker ticker;

    JsonRunFile(CollectorSpec spec, Path folder, HealthReport health, Ticker ticker) {
        this.spec = spec;
        this.folder = folder;
        this.health = health;
        this.ticker = ticker;
    }

    @Override
    public Path save(String reason) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(spec.id() + ".json");
        var fresh = folder.resolve(spec.id() + ".json.new");
        Files.writeString(fresh, text(reason));
        return Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String text(String reason) {
        var text = new StringWriter();
        var last = health.check(Instant.EPOCH);
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("collector_id", spec.id().text());
            json.writeStringProperty("collector_type", spec.settings().now().type().typeName());
            json.writeNumberProperty("incarnation", spec.incarnation().value());
            json.writeStringProperty("ended_at", ticker.now().toString());
            json.writeStringProperty("reason", reason);
            json.writeNumberProperty("uptime_seconds", last.uptimeSeconds());
            json.writeNumberProperty("error_count", last.errorCount());
            json.writeObjectPropertyStart("metrics");
            metrics(last, json);
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void metrics(HealthCheckData last, JsonGenerator json) {
        last.metrics().forEach(json::writeNumberProperty);
    }
}

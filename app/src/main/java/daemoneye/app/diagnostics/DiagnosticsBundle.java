package daemoneye.app.diagnostics;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// One zip for whoever is to find out what is wrong. Every text in it has gone through a
/// [Redaction]; tokens, values of the environment, settings of collectors and the output of
/// processes are not put in to begin with.
public final class DiagnosticsBundle {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final Pattern SECRET_KEY =
            Pattern.compile("(?i).*(token|secret|passw|credential|api_?key|private_?key).*");
    private static final Pattern OURS =
            Pattern.compile("(DAEMONEYE|XDG)_.*|(WAYLAND_)?DISPLAY|LANG");

    @SuppressWarnings("InlineFormatString") // too long to stand inside a method
    private static final String READ_ME =
            """
            Diagnostics of a DaemonEye Console, made %s.

            about.txt        versions and libraries
            jvm.json         options and memory of the process
            settings.json    what the console remembers
            connection.json  how the link to the broker stands
            fleet.json       the collectors as they were shown
            calls.json       how calls went
            environment.txt  which of our variables are set, without their values
            log.txt          the newest lines of the log

            Tokens, passwords and values of the environment are left out. Where something looked
            like a secret, it reads %s instead. Names of hosts, collectors and folders are in it:
            read it before you pass it on.
            """;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Facts facts;
    private final Redaction redaction;

    public DiagnosticsBundle(Facts facts) {
        this.facts = facts;
        this.redaction = Redaction.of(facts.environment(), facts.tokenLines());
    }

    /// What to call the file, e.g. `daemoneye-diagnostics-20261123-101500.zip`.
    public static String name(Instant now, ZoneId zone) {
        return "daemoneye-diagnostics-" + STAMP.withZone(zone).format(now) + ".zip";
    }

    /// The whole zip.
    public byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files().entrySet()) {
                var entry = new ZipEntry("daemoneye-diagnostics/" + file.getKey());
                entry.setTime(facts.now().toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put("README.txt", READ_ME.formatted(facts.now(), Redaction.MARK));
        files.put("about.txt", facts.about().text());
        files.put("jvm.json", json(JvmFigures.of(facts.jvmArguments())));
        files.put("settings.json", json(json.convertValue(facts.settings(), Map.class)));
        files.put("connection.json", json(connection()));
        files.put(
                "fleet.json",
                json(facts.snapshot().map(FleetFigures::of).orElseGet(FleetFigures::none)));
        files.put("calls.json", json(CallFigures.of(facts.calls())));
        files.put("environment.txt", environment());
        files.put("log.txt", redaction.clean(String.join("\n", facts.log())) + "\n");
        return files;
    }

    private Map<String, Object> connection() {
        var connection = new LinkedHashMap<String, Object>();
        connection.put("connection", facts.connection());
        facts.snapshot().ifPresent(snapshot -> connection.put("link", FleetFigures.link(snapshot)));
        return connection;
    }

    private String environment() {
        return new TreeMap<>(facts.environment())
                .keySet().stream()
                        .filter(name -> OURS.matcher(name).matches())
                        .map(name -> name + " is set\n")
                        .collect(Collectors.joining());
    }

    private String json(Object value) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(cleaned("", value)) + "\n";
    }

    // Text by text, so that what is left is still JSON.
    private Object cleaned(String key, Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var clean = new LinkedHashMap<String, Object>();
                map.forEach(
                        (name, each) ->
                                clean.put(
                                        redaction.clean(String.valueOf(name)),
                                        cleaned(String.valueOf(name), each == null ? "" : each)));
                yield clean;
            }
            case List<?> list ->
                    list.stream().map(each -> cleaned(key, each == null ? "" : each)).toList();
            case String text when SECRET_KEY.matcher(key).matches() ->
                    text.isEmpty() ? text : Redaction.MARK;
            case String text -> redaction.clean(text);
            case Number number -> number;
            case Boolean truth -> truth;
            default -> redaction.clean(value.toString());
        };
    }
}
